//! From longitude and latitude to a plane.

/// Projects degrees east and north with Equal Earth. The result is in radii of the globe, east and
/// north positive, with (0°, 0°) at the origin.
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

/// The sine of an angle of at most a right one, by its Taylor series. Not that of the standard library,
/// which takes any angle and brings along 5 kB for it in the browser; and host and browser say the same
/// to the last bit, as they must for what one has written and the other takes over.
fn sin(angle: f64) -> f64 {
    let (mut term, mut sum) = (angle, angle);
    for step in 1..12 {
        let twice = f64::from(2 * step);
        term *= -angle * angle / (twice * (twice + 1.0));
        sum += term;
    }
    sum
}

/// The angle of a sine of at most √3 / 2, by its Taylor series: what is left out is less than 10⁻¹⁵.
fn asin(sine: f64) -> f64 {
    let (mut power, mut sum) = (sine, sine);
    for step in 1..100 {
        let twice = f64::from(2 * step);
        power *= sine * sine * (twice - 1.0) / twice;
        sum += power / (twice + 1.0);
    }
    sum
}
