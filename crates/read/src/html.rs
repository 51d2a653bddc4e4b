use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{ElementRef, Html, Node, Selector};

/// The words that a reader of a page sees.
pub(crate) struct Page {
    pub(crate) text: String,
    pub(crate) title: Option<String>,
    pub(crate) lang: Option<String>,
}

/// The parser's work grows with the square of the nesting, so a page made of nothing but openings is refused.
pub(crate) const DEEPEST: usize = 2000;

/// Whether more elements stand open in each other than any page has. Counts only elements that must be closed.
pub(crate) fn is_too_deep(html: &str) -> bool {
    const CLOSES_ITSELF: [&str; 26] = [
        "p", "li", "br", "img", "hr", "meta", "link", "input", "td", "th", "tr", "tbody", "thead", "tfoot",
        "dt", "dd", "option", "col", "area", "base", "source", "track", "wbr", "param", "embed", "script",
    ];
    let mut depth = 0usize;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let closing = rest.starts_with('/');
        let name = rest.strip_prefix('/').unwrap_or(rest);
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name[..end].to_ascii_lowercase();
        if name.is_empty() || CLOSES_ITSELF.contains(&name.as_str()) {
            continue;
        }
        depth = if closing { depth.saturating_sub(1) } else { depth + 1 };
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

/// Visible text of the article in reading order, block breaks kept.
pub(crate) fn visible(html: &str) -> Page {
    let document = Html::parse_document(html);
    let root = article(&document);
    let mut out = Flow::default();
    let mut hidden = 0usize;
    let mut preformatted = 0usize;
    // The root itself is never hidden: a page that marks its whole article so would read as empty.
    for edge in root.traverse().skip(1) {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) => {
                    hidden += usize::from(is_hidden(element));
                    preformatted += usize::from(element.name() == "pre");
                    if hidden == 0 {
                        out.open(element.name());
                    }
                }
                Node::Text(text) if hidden == 0 => out.words(text, preformatted > 0),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    if hidden == 0 {
                        out.close(element.name());
                    }
                    hidden -= usize::from(is_hidden(element)).min(hidden);
                    preformatted -= usize::from(element.name() == "pre").min(preformatted);
                }
            }
        }
    }
    Page { text: out.finish(), title: first_text(&document, "title"), lang: lang(&document) }
}

/// The `article` that holds most, else `main`, else the body: a page of many teasers is read whole.
fn article(document: &Html) -> ElementRef<'_> {
    let size = |e: &ElementRef<'_>| e.text().map(str::len).sum::<usize>();
    let all = |selector: &str| {
        Selector::parse(selector).map(|s| document.select(&s).collect::<Vec<_>>()).unwrap_or_default()
    };
    let body = all("body").into_iter().next().unwrap_or_else(|| document.root_element());
    for selector in ["article", "main, [role=main]"] {
        // Ties go to the first in the page, so that the choice never depends on anything but the page.
        let found = all(selector);
        let whole: usize = found.iter().map(size).sum();
        if let Some(best) = found.into_iter().rev().max_by_key(size)
            && size(&best) * 2 >= whole
        {
            return best;
        }
    }
    body
}

fn is_hidden(element: &Element) -> bool {
    matches!(
        element.name(),
        "script"
            | "style"
            | "nav"
            | "noscript"
            | "template"
            | "svg"
            | "head"
            | "iframe"
            | "button"
            | "select"
            | "form"
            | "aside"
            | "footer"
            | "object"
            | "audio"
            | "video"
            | "canvas"
            | "dialog"
    ) || element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true")
}

fn first_text(document: &Html, selector: &str) -> Option<String> {
    let selector = Selector::parse(selector).ok()?;
    let text: String = document.select(&selector).next()?.text().collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

fn lang(document: &Html) -> Option<String> {
    document.root_element().value().attr("lang").map(str::to_owned).filter(|l| !l.is_empty())
}

/// Text under construction: white space collapses, breaks are owed until the next word.
#[derive(Default)]
struct Flow {
    out: String,
    breaks: usize,
    space: bool,
}

impl Flow {
    fn open(&mut self, name: &str) {
        match name {
            "br" => self.breaks = (self.breaks + 1).min(2),
            "td" | "th" => self.cell(),
            _ => self.owe(Self::break_of(name)),
        }
    }

    fn close(&mut self, name: &str) {
        self.owe(Self::break_of(name));
    }

    const fn break_of(name: &str) -> usize {
        match name.as_bytes() {
            b"p" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"blockquote" | b"ul" | b"ol"
            | b"table" | b"pre" | b"section" | b"article" | b"figure" | b"header" | b"hr" | b"dl" => 2,
            b"div" | b"li" | b"tr" | b"figcaption" | b"caption" | b"dt" | b"dd" | b"main" | b"address" => 1,
            _ => 0,
        }
    }

    fn owe(&mut self, breaks: usize) {
        self.breaks = self.breaks.max(breaks);
    }

    fn cell(&mut self) {
        if self.breaks == 0 && !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\t');
            self.space = false;
        }
    }

    fn settle(&mut self) {
        if self.breaks > 0 {
            if !self.out.is_empty() {
                self.out.extend(std::iter::repeat_n('\n', self.breaks));
            }
            self.breaks = 0;
        } else if self.space && !self.out.is_empty() && !self.out.ends_with(['\n', '\t']) {
            self.out.push(' ');
        }
        self.space = false;
    }

    fn words(&mut self, text: &str, preformatted: bool) {
        if preformatted {
            if !text.is_empty() {
                self.settle();
                self.out.push_str(text);
            }
            return;
        }
        if text.starts_with(char::is_whitespace) {
            self.space = true;
        }
        for word in text.split_whitespace() {
            self.settle();
            self.out.push_str(word);
            self.space = true;
        }
        self.space = text.ends_with(char::is_whitespace) || (self.space && text.trim().is_empty());
    }

    fn finish(mut self) -> String {
        self.out.truncate(self.out.trim_end().len());
        self.out
    }
}
