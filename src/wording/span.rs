//! Sentences whose numbers the page can set apart.

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words, with their spaces.
    pub text: String,
    /// What they are.
    pub tone: Tone,
}

/// What a piece of a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Words.
    Plain,
    /// A result.
    Strong,
    /// A result on the good side of zero.
    Gain,
    /// A result on the bad side of zero.
    Loss,
    /// The value of the input with this id.
    Input(&'static str),
}

impl Tone {
    /// The tone of an amount of money that is shown.
    pub(super) fn of(billions: f64) -> Self {
        if super::is_even(billions) {
            Self::Strong
        } else if billions < 0.0 {
            Self::Loss
        } else {
            Self::Gain
        }
    }
}

/// A sentence in the making.
#[derive(Default)]
pub(super) struct Sentence(Vec<Span>);

impl Sentence {
    pub(super) fn plain(mut self, text: &str) -> Self {
        match self.0.last_mut() {
            Some(Span { text: last, tone: Tone::Plain }) => last.push_str(text),
            _ if text.is_empty() => {}
            _ => self.0.push(Span { text: text.to_owned(), tone: Tone::Plain }),
        }
        self
    }

    pub(super) fn number(mut self, tone: Tone, text: String) -> Self {
        self.0.push(Span { text, tone });
        self
    }

    pub(super) fn strong(self, text: String) -> Self {
        self.number(Tone::Strong, text)
    }

    pub(super) fn input(self, id: &'static str, text: String) -> Self {
        self.number(Tone::Input(id), text)
    }

    /// Appends a sentence, with a space between the two.
    pub(super) fn then(mut self, next: Self) -> Self {
        if !self.0.is_empty() && !next.0.is_empty() {
            self = self.plain(" ");
        }
        next.0.into_iter().fold(self, |whole, span| match span.tone {
            Tone::Plain => whole.plain(&span.text),
            tone => whole.number(tone, span.text),
        })
    }

    pub(super) fn spans(self) -> Vec<Span> {
        self.0
    }
}
