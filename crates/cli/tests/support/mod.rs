//! What several tests of the program share.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// The program without a client in it.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_solidarity-atlas");
/// The colours of a client.
pub const THEME: &str = include_str!("../../../../style/theme.css");
/// The icon of a client.
pub const ICON: &str = include_str!("../../../../public/icon.svg");
const INDEX: &str = include_str!("../../../publisher/tests/support/index.html");

/// A project with the first collection, and with a client in a folder of its own.
pub fn workshop() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| write(folder.path(), name, text);
    write("built/index.html", &INDEX.replace("<style>", &format!("<style>{THEME}</style><style>")));
    write("built/icon.svg", ICON);
    write("built/program-1.js", "export { a as default };");
    write("built/program-1_bg.wasm", "the program");
    write("built/land.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    write("built/messages.json", "those of Trunk");
    write("messages.json", fixtures::CONGRESS);
    let mut client = Command::new(PROGRAM);
    client.current_dir(folder.path()).args(["client", "built", "--to", "client"]);
    assert!(client.status().expect("it runs").success());
    folder
}

/// Writes a file below a folder.
pub fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}
