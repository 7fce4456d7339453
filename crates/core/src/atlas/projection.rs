//! Projects longitude and latitude to a plane.

/// The Equal Earth projection of degrees east and north. The result is in radii of the globe,
/// positive eastwards and northwards, with (0°, 0°) at the origin.
///
/// Formula and constants: Šavrič, Patterson and Jenny, “The Equal Earth map projection”,
/// International Journal of Geographical Information Science 33 (2019), equations 8 to 10.
pub fn equal_earth(lon: f64, lat: f64) -> (f64, f64) {
    const A1: f64 = 1.340264;
    const A2: f64 = -0.081106;
    const A3: f64 = 0.000893;
    const A4: f64 = 0.003796;
    let half_root_3 = 3_f64.sqrt() / 2.0;
    let sine = half_root_3 * sin(lat.to_radians());
    let theta = asin(sine);
    let t2 = theta * theta;
    let t6 = t2 * t2 * t2;
    let slope = A1 + 3.0 * A2 * t2 + t6 * (7.0 * A3 + 9.0 * A4 * t2);
    let x = lon.to_radians() * (1.0 - sine * sine).sqrt() / (half_root_3 * slope);
    let y = theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
    (x, y)
}

/// The sine of an angle up to 90°, by its Taylor series. The standard library's handles any angle,
/// which takes 5 kB of WebAssembly. The series also gives the same bits in the build and in the
/// browser, as it must, since the browser takes over what the build has written.
fn sin(angle: f64) -> f64 {
    let (mut term, mut sum) = (angle, angle);
    for step in 1..12 {
        let twice = f64::from(2 * step);
        term *= -angle * angle / (twice * (twice + 1.0));
        sum += term;
    }
    sum
}

/// The arcsine of a value up to √3 / 2, by its Taylor series, with an error below 10⁻¹⁵.
fn asin(sine: f64) -> f64 {
    let (mut power, mut sum) = (sine, sine);
    for step in 1..100 {
        let twice = f64::from(2 * step);
        power *= sine * sine * (twice - 1.0) / twice;
        sum += power / (twice + 1.0);
    }
    sum
}
