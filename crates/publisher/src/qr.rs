//! QR codes.

use qrcode::QrCode;
use qrcode::render::svg::Color;

use crate::error::PublishError;

/// A QR code of an address as SVG. It is black on white in every theme, because not every camera
/// reads the reverse, and has the quiet zone that the standard requires (ISO/IEC 18004).
pub fn svg(url: &str) -> Result<String, PublishError> {
    let code =
        QrCode::new(url).map_err(|source| PublishError::Qr { url: url.to_owned(), source })?;
    let mut svg = code.render::<Color>();
    svg.quiet_zone(true).module_dimensions(4, 4);
    svg.dark_color(Color("#000")).light_color(Color("#fff"));
    Ok(svg.build())
}
