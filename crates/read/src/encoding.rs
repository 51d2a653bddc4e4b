use crate::ReadError;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// What bytes were written in, and how we know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding {
    /// The name of the encoding in the WHATWG standard.
    pub name: &'static str,
    /// Why we read it so.
    pub evidence: Evidence,
    /// Whether some bytes made no character and stand as U+FFFD.
    pub replaced: bool,
}

/// Why bytes were read in an encoding, from the strongest reason to the weakest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// The caller said so.
    Given,
    /// A byte order mark.
    Mark,
    /// The bytes are valid in it, and by chance would not be.
    Valid,
    /// The document declares it.
    Declared,
    /// The frequency of letters. Look at the text before you trust it.
    Guessed,
}

/// How much text the detector sees: enough for its statistics, little enough to be cheap on a million rows.
const SAMPLE: usize = 1 << 20;

pub(crate) fn decode<'a>(
    bytes: Cow<'a, [u8]>,
    file: &str,
    given: Option<&str>,
    html: bool,
) -> Result<(Cow<'a, str>, Encoding), ReadError> {
    let (encoding, evidence) = if let Some(label) = given {
        let found = encoding_rs::Encoding::for_label(label.as_bytes())
            .ok_or_else(|| ReadError::UnknownEncoding { file: file.to_owned(), label: label.to_owned() })?;
        (found, Evidence::Given)
    } else if let Some((marked, _)) = encoding_rs::Encoding::for_bom(&bytes) {
        (marked, Evidence::Mark)
    } else {
        detect(&bytes, file, html)?
    };
    let body = match encoding_rs::Encoding::for_bom(&bytes) {
        Some((marked, length)) if marked == encoding => skip(bytes, length),
        _ => bytes,
    };
    let (text, replaced) = match body {
        Cow::Borrowed(body) => encoding.decode_without_bom_handling(body),
        Cow::Owned(body) if encoding == UTF_8 => match String::from_utf8(body) {
            Ok(text) => (Cow::Owned(text), false),
            Err(e) => (Cow::Owned(String::from_utf8_lossy(e.as_bytes()).into_owned()), true),
        },
        Cow::Owned(body) => {
            let (text, replaced) = encoding.decode_without_bom_handling(&body);
            (Cow::Owned(text.into_owned()), replaced)
        }
    };
    Ok((text, Encoding { name: encoding.name(), evidence, replaced }))
}

fn skip(bytes: Cow<'_, [u8]>, length: usize) -> Cow<'_, [u8]> {
    match bytes {
        Cow::Borrowed(b) => Cow::Borrowed(&b[length..]),
        Cow::Owned(mut b) => {
            b.drain(..length);
            Cow::Owned(b)
        }
    }
}

fn detect(
    bytes: &[u8],
    file: &str,
    html: bool,
) -> Result<(&'static encoding_rs::Encoding, Evidence), ReadError> {
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok((encoding, Evidence::Guessed));
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let valid = std::str::from_utf8(bytes).is_ok();
    if let Some(at) = binary(sample, valid) {
        return Err(ReadError::Binary { file: file.to_owned(), at });
    }
    if valid {
        return Ok((UTF_8, Evidence::Valid));
    }
    if html && let Some(declared) = declared(sample) {
        return Ok((declared, Evidence::Declared));
    }
    if mostly_utf8(sample) {
        return Ok((UTF_8, Evidence::Guessed));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    Ok((detector.guess(None, Utf8Detection::Deny), Evidence::Guessed))
}

/// Where the first byte stands that no text holds, when there are too many of them for a slip of a keyboard.
fn binary(sample: &[u8], valid_utf8: bool) -> Option<usize> {
    let control = |b: &u8| matches!(b, 0..=8 | 14..=26 | 28..=31);
    let allowed = if valid_utf8 { sample.len() / 200 } else { sample.len() / 2000 };
    (sample.iter().filter(|b| control(b)).count() > allowed)
        .then(|| sample.iter().position(control))
        .flatten()
}

/// UTF-16 leaves the high byte of spaces, digits and line ends at zero, always on the same side.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|b| **b == 0).count();
    match (zeros(0), zeros(1)) {
        (0, n) if n * 20 > sample.len() => Some(UTF_16LE),
        (n, 0) if n * 20 > sample.len() => Some(UTF_16BE),
        _ => None,
    }
}

/// A few stray bytes in an UTF-8 file must not turn every other name into other letters.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 20
}

fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let after = head.split_once("charset=")?.1.trim_start_matches(['"', '\'', ' ']);
    let label = after.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next()?;
    encoding_rs::Encoding::for_label(label.as_bytes())
}
