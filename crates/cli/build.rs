//! Refuses to compile the client into the program when it has not been built.

use std::env;
use std::path::Path;

/// The client, from the folder of this crate.
const CLIENT: &str = "../../target/client";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_EMBEDDED").is_none() {
        return;
    }
    println!("cargo::rerun-if-changed={CLIENT}");
    if !Path::new(CLIENT).join("template.json").is_file() {
        println!(
            "cargo::error=there is no client in target/client to put into the program: build it \
             first, with `cargo xtask dist` or `cargo xtask build`"
        );
    }
}
