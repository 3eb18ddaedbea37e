//! What to watch, in words: where each signal stands, and how far it would have to go.

use super::numbers::{Format, box_text, capitalised, with_unit};
use super::{Parties, parties};
use crate::analysis::watch::Watched;
use crate::catalog::Input;
use crate::catalog::signals::About;
use crate::model::{Inputs, Lens};

/// One signal in words.
#[derive(Clone, Debug, PartialEq)]
pub struct WatchLine {
    /// The stable name of the signal.
    pub id: &'static str,
    /// The input that it moves: where a press goes.
    pub input: &'static str,
    /// What happens in the world.
    pub label: String,
    /// What would show it.
    pub words: String,
    /// The name of the input.
    pub moves: &'static str,
    /// Its present value: "30%".
    pub now: String,
    /// What it would take: "flips the answer at 31.3%".
    pub flip: String,
    /// Ids of facts, public points and contradictions.
    pub sources: Vec<&'static str>,
}

/// Every signal that says anything about the present deal, with the present numbers.
#[must_use]
pub fn lines(inputs: &Inputs, signals: &[Watched]) -> Vec<WatchLine> {
    let start = parties().start;
    signals.iter().filter(|one| one.signal.applies(start, inputs)).map(|one| line(inputs, one)).collect()
}

/// One signal with the present numbers.
#[must_use]
pub fn line(inputs: &Inputs, watched: &Watched) -> WatchLine {
    let Watched { signal, input, now, .. } = watched;
    WatchLine {
        id: signal.id,
        input: input.id,
        label: capitalised(&told(signal.labels)),
        words: capitalised(&told(signal.words)),
        moves: input.label,
        now: with_unit(input.unit, *now),
        flip: flip(inputs, watched),
        sources: signal.sources_of(parties().start),
    }
}

/// The first text that holds for the present deal, with its parties put in.
fn told(texts: &[(About, &'static str)]) -> String {
    let Parties { start, investor, lab, cloud, .. } = parties();
    let text = texts.iter().find(|(about, _)| about.holds(start)).map_or("", |(_, text)| text);
    let parties = [("{investor}", investor), ("{lab}", lab), ("{cloud}", cloud), ("{rivals}", rivals(investor))];
    parties.into_iter().fold(text.to_owned(), |text, (place, party)| text.replace(place, party))
}

/// The other large clouds, by those who own them.
fn rivals(investor: &str) -> &'static str {
    match investor {
        "Amazon" => "Microsoft and Google",
        "Microsoft" => "Amazon and Google",
        "Google" => "Amazon and Microsoft",
        _ => "other clouds",
    }
}

fn flip(inputs: &Inputs, watched: &Watched) -> String {
    let Watched { input, now, flips_at, has_effect, .. } = watched;
    match flips_at {
        Some(at) => {
            let unspent =
                if input.id == "milestone_prob" && at < now { "; what is not drawn is not spent" } else { "" };
            format!("flips the answer at {}{unspent}", exactly(input, *now, *at))
        }
        None if *has_effect => "does not flip the answer anywhere in its range".to_owned(),
        None if input.id == "silicon_saving" && inputs.lens == Lens::Margin => {
            "has no effect in the margin lens: what chips save counts where machines are paid for, in the capex lens"
                .to_owned()
        }
        None if input.id == "arr_g1" => {
            "has no effect here: growth counts through the shares, a draw-down that follows it, \
                                         or a commitment beyond the lab’s means"
                .to_owned()
        }
        None => "has no effect on the answer as the other inputs stand".to_owned(),
    }
}

/// With one place, or with as many as tell it from the present value.
fn exactly(input: &Input, now: f64, at: f64) -> String {
    let text = Format::of(input.unit).minus(at);
    if text == Format::of(input.unit).minus(now) && at.to_bits() != now.to_bits() {
        return format!("{}, next to where it stands", box_text(input.unit, at));
    }
    text
}

/// What stands over the list.
#[must_use]
pub fn title(lines: &[Watched]) -> String {
    let near = lines.iter().filter(|watched| watched.flips_at.is_some()).count();
    match near {
        0 => "No single signal would flip the answer".to_owned(),
        1 => "One signal alone could flip the answer".to_owned(),
        several => {
            let several = super::numbers::in_words(u32::try_from(several).unwrap_or_default());
            format!("{} signals could each flip the answer alone", super::numbers::capitalised(&several))
        }
    }
}
