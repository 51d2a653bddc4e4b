use crate::ReadError;
use flate2::read::MultiGzDecoder;
use std::borrow::Cow;
use std::io::Read;

const MAGIC: [u8; 2] = [0x1f, 0x8b];

/// Gives the bytes inside a gzip file (and its name without `.gz`), or the bytes as they are.
///
/// The limit stands against bombs: a few kilobytes can unfold to gigabytes of zeros.
pub(crate) fn unfold<'a, 'n>(
    bytes: &'a [u8],
    name: &'n str,
    limit: u64,
) -> Result<(Cow<'a, [u8]>, &'n str), ReadError> {
    if !bytes.starts_with(&MAGIC) {
        return Ok((Cow::Borrowed(bytes), name));
    }
    let mut out = Vec::new();
    match MultiGzDecoder::new(bytes).take(limit.saturating_add(1)).read_to_end(&mut out) {
        Err(_) => Err(ReadError::Gzip { file: name.to_owned(), good: out.len() as u64 }),
        Ok(_) if out.len() as u64 > limit => Err(ReadError::TooLarge { file: name.to_owned(), limit }),
        Ok(_) => Ok((Cow::Owned(out), name.strip_suffix(".gz").unwrap_or(name))),
    }
}
