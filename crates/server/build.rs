//! Puts the built page into the binary: every file of `web/dist`, and its gzip form where that is smaller.
//!
//! Without `web/dist` (a checkout without Node.js) the table is empty and the server says how to build the page.
//! Development builds read the folder while they run, so they embed nothing and are not rebuilt when the page is.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let dist = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../web/dist");
    let mut files = Vec::new();
    if env::var("PROFILE").as_deref() == Ok("release") {
        println!("cargo:rerun-if-changed={}", dist.display());
        if dist.is_dir() {
            collect(&dist, &dist, &mut files)?;
        }
    }
    files.sort();
    let mut code = String::from(
        "/// A path, its bytes, and their gzip form.\npub type File = (&'static str, &'static [u8], Option<&'static [u8]>);\n\
         pub const FILES: &[File] = &[\n",
    );
    for (i, (name, path)) in files.iter().enumerate() {
        let bytes = fs::read(path)?;
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(&bytes)?;
        let gzip = encoder.finish()?;
        let smaller = gzip.len() * 10 < bytes.len() * 9;
        let packed = out.join(format!("page-{i}.gz"));
        if smaller {
            fs::write(&packed, gzip)?;
        }
        let gzip = if smaller { format!("Some(include_bytes!({packed:?}))") } else { String::from("None") };
        let _ = writeln!(code, "    ({name:?}, include_bytes!({path:?}), {gzip}),");
    }
    code.push_str("];\n");
    fs::write(out.join("page.rs"), code)
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if let Ok(name) = path.strip_prefix(root) {
            // Source maps are for development: they stay out of the binary.
            let name = name.to_string_lossy().replace('\\', "/");
            if !name.ends_with(".map") {
                files.push((name, path.canonicalize()?));
            }
        }
    }
    Ok(())
}
