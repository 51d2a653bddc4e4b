//! Keys of a register, and what is encrypted with them.
//!
//! A passphrase opens one random master key (argon2id, then XChaCha20-Poly1305). All other keys derive from it by
//! HMAC-SHA256 under a label. In a plaintext register there is no master key and the device key lies open.

use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::error::{Error, Result};
use crate::files;
use crate::log::DeviceKey;

type Key = [u8; 32];

/// The unlocked master key; absent in a plaintext register.
#[derive(Clone)]
pub(crate) struct Master(Key);

/// `keys/master.json`: how the passphrase opens the master key.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wrapped {
    v: u32,
    kdf: String,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
    wrapped: String,
}

/// `keys/device.json`: the secret of this device's chain, sealed by the master key unless the register is plaintext.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeviceFile {
    v: u32,
    sealed: bool,
    secret: String,
}

const MASTER: &str = "master.json";
const DEVICE: &str = "device.json";

/// Cryptographically random bytes.
pub(crate) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Error::Random)?;
    Ok(bytes)
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect();
    let digits = digits.filter(|d| d.len() % 2 == 0)?;
    Some(digits.chunks_exact(2).map(|p| p[0] << 4 | p[1]).collect())
}

/// Seals `plain` under `key`: a random nonce, then ciphertext and tag.
pub(crate) fn seal(key: &Key, plain: &[u8]) -> Result<Vec<u8>> {
    let nonce: [u8; 24] = random()?;
    let sealed =
        XChaCha20Poly1305::new(key.into()).encrypt(&XNonce::from(nonce), plain).map_err(|_| Error::Random)?;
    Ok([&nonce[..], &sealed].concat())
}

/// Opens what [`seal`] sealed; `None` when key or bytes are not those.
pub(crate) fn open(key: &Key, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, rest) = sealed.split_first_chunk::<24>()?;
    XChaCha20Poly1305::new(key.into()).decrypt(&XNonce::from(*nonce), rest).ok()
}

impl Master {
    /// Makes a master key and writes it wrapped by `passphrase`.
    pub(crate) fn create(keys: &Path, passphrase: &[u8]) -> Result<Self> {
        let salt: [u8; 16] = random()?;
        let params = (64 * 1024, 3, 1);
        let wrapping = stretch(passphrase, &salt, params)?;
        let master = random()?;
        let file = Wrapped {
            v: 1,
            kdf: "argon2id".to_owned(),
            memory_kib: params.0,
            passes: params.1,
            lanes: params.2,
            salt: hex(&salt),
            wrapped: hex(&seal(&wrapping, &master)?),
        };
        files::write_json(&keys.join(MASTER), &file)?;
        Ok(Self(master))
    }

    /// Opens the master key.
    pub(crate) fn unlock(keys: &Path, passphrase: &[u8]) -> Result<Self> {
        let path = keys.join(MASTER);
        let file: Wrapped = files::read_json(&path)?;
        let damaged =
            || Error::Damaged { path: path.clone(), what: "the wrapped key cannot be read".to_owned() };
        if file.v != 1 || file.kdf != "argon2id" || file.memory_kib > 4 << 20 || file.passes > 64 {
            return Err(damaged());
        }
        let salt = unhex(&file.salt).ok_or_else(damaged)?;
        let sealed = unhex(&file.wrapped).ok_or_else(damaged)?;
        let wrapping = stretch(passphrase, &salt, (file.memory_kib, file.passes, file.lanes))?;
        let master = open(&wrapping, &sealed).ok_or(Error::WrongPassphrase)?;
        Ok(Self(master.try_into().map_err(|_| damaged())?))
    }

    /// Whether a register keeps a master key, that is, whether it is encrypted.
    pub(crate) fn exists(keys: &Path) -> bool {
        keys.join(MASTER).exists()
    }

    /// The key for one purpose.
    pub(crate) fn derive(&self, label: &str, context: &[u8]) -> Key {
        // HMAC pads a short key with zeros to the hash's block: doing so here leaves no error to handle.
        let mut block = [0; 64];
        block[..32].copy_from_slice(&self.0);
        let mut mac = Hmac::<Sha256>::new(&block.into());
        mac.update(label.as_bytes());
        mac.update(&[0]);
        mac.update(context);
        mac.finalize().into_bytes().into()
    }
}

fn stretch(passphrase: &[u8], salt: &[u8], (memory, passes, lanes): (u32, u32, u32)) -> Result<Key> {
    let params = Params::new(memory, passes, lanes, Some(32)).map_err(|_| Error::WrongPassphrase)?;
    let mut key = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase, salt, &mut key)
        .map_err(|_| Error::WrongPassphrase)?;
    Ok(key)
}

/// Makes this device's key and writes it.
pub(crate) fn create_device(keys: &Path, master: Option<&Master>) -> Result<DeviceKey> {
    let secret: Key = random()?;
    let stored = match master {
        Some(m) => seal(&m.derive("cairn device key", b""), &secret)?,
        None => secret.to_vec(),
    };
    let file = DeviceFile { v: 1, sealed: master.is_some(), secret: hex(&stored) };
    files::write_json(&keys.join(DEVICE), &file)?;
    Ok(DeviceKey::new(&secret))
}

/// Reads this device's key.
pub(crate) fn read_device(keys: &Path, master: Option<&Master>) -> Result<DeviceKey> {
    let path = keys.join(DEVICE);
    let file: DeviceFile = files::read_json(&path)?;
    let damaged = || Error::Damaged { path: path.clone(), what: "the device key cannot be read".to_owned() };
    let stored = unhex(&file.secret).ok_or_else(damaged)?;
    let secret = match master {
        Some(m) if file.sealed => open(&m.derive("cairn device key", b""), &stored).ok_or_else(damaged)?,
        None if !file.sealed => stored,
        _ => return Err(damaged()),
    };
    let secret: Key = secret.try_into().map_err(|_| damaged())?;
    Ok(DeviceKey::new(&secret))
}
