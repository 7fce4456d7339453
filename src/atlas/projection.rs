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
    let theta = (half_root_3 * lat.to_radians().sin()).asin();
    let t2 = theta * theta;
    let t6 = t2 * t2 * t2;
    let slope = A1 + 3.0 * A2 * t2 + t6 * (7.0 * A3 + 9.0 * A4 * t2);
    let x = lon.to_radians() * theta.cos() / (half_root_3 * slope);
    let y = theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
    (x, y)
}
