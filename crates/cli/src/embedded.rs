//! The client that the program itself contains, if it was compiled with the feature `embedded`.

use solidarity_publisher::{Client, ClientError};

/// Whether there is a client within the program.
pub const IS_THERE: bool = cfg!(feature = "embedded");

/// The client within the program, if there is one.
#[cfg(feature = "embedded")]
pub fn client() -> Option<Result<Client, ClientError>> {
    use std::collections::BTreeMap;

    use include_dir::{Dir, include_dir};

    use crate::client_folder::restored;

    static CLIENT: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../target/client");

    fn gather(folder: &Dir, files: &mut BTreeMap<String, Vec<u8>>) {
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            files.insert(path, file.contents().to_vec());
        }
        folder.dirs().for_each(|folder| gather(folder, files));
    }

    let mut files = BTreeMap::new();
    gather(&CLIENT, &mut files);
    Some(restored(files))
}

/// The client within the program, if there is one.
#[cfg(not(feature = "embedded"))]
pub fn client() -> Option<Result<Client, ClientError>> {
    None
}
