//! From a query to a state: total, and field by field.

use super::super::fault::{Fault, Problem};
use super::told::Told;
use super::{
    AGAINST, DATA, DEAL, Embed, GRID, LONGEST_NAME, Link, MODEL, MOST_PINS, OWN_NAME, PIN, PinnedCase, SCENARIO, SEED,
    SEPARATOR, SIDE, SPLIT, THEME, Theme, VIEW, WEIGHTS, WITHIN, embed, encode, numeric,
};
use crate::analysis::field::{Axes, Measure, Wanted};
use crate::analysis::setup::{End, LARGEST_SEED, PAYBACK_YEARS, Setup};
use crate::analysis::weights::Weights;
use crate::catalog::uncertainty::{DISTRIBUTIONS, SIGMA};
use crate::catalog::{DATA_VERSIONS, DataVersion, INPUTS, Kind, Limits, Side, find};
use crate::model::{MODEL_VERSION, is_hidden};

/// What hosts and mailers append to links that they pass on: not ours, and no reason for a notice.
const FOREIGN: [&str; 5] = ["utm_", "fbclid", "gclid", "mc_", "ref"];
/// Longer queries are cut: no browser shows them, and none of ours is as long.
const LONGEST: usize = 16_384;
/// More pairs than this belong to no link of ours.
const MOST_PAIRS: usize = 400;
/// The longest name of a part of the page.
const LONGEST_VIEW: usize = 40;
pub(super) const SHARE: Limits = Limits { min: 0.0, max: 1.0 };

/// A state, and what was left out of it.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct Decoded {
    /// The state.
    pub link: Link,
    /// Fields that were not understood: their places hold what the page has without the link.
    pub ignored: Vec<Fault>,
}

/// Reads a query, with or without its question mark. Whatever it holds, there is a state.
pub fn decode(query: &str) -> Decoded {
    decode_among(query, DATA_VERSIONS)
}

/// The same where other versions of the data are known; the newest stands last.
pub fn decode_among(query: &str, known: &'static [DataVersion]) -> Decoded {
    state_of(&pairs_of(query.strip_prefix('?').unwrap_or(query)), known, Side::default())
}

/// Reads a query onto a state: what it names takes the place of what was there, and all else stays. A scenario or a deal
/// comes without the changes that were made to the one before, and another side without grid, chart and sliders of the one
/// before.
pub fn merge(link: &Link, query: &str) -> Decoded {
    let mut told = pairs_of(query.strip_prefix('?').unwrap_or(query));
    // What is not understood leaves the place as it is. A name is told of the present deal, unless another is told.
    let present = [(DEAL.to_owned(), link.case.start().id().to_owned())];
    let with_deal: Vec<_> = told.iter().cloned().chain(present).collect();
    let Decoded { link: alone, ignored: refused } = state_of(&with_deal, DATA_VERSIONS, link.side);
    told.retain(|(key, _)| !refused.iter().any(|fault| fault.key == *key));
    let names = |key: &str| told.iter().any(|(name, _)| name == key);
    let (is_reset, is_elsewhere) = (names(SCENARIO) || names(DEAL), alone.side != link.side);
    let of_side = |key: &str| [GRID, embed::SLIDERS, embed::CHART].contains(&key);
    let is_renamed = names(DEAL);
    let of_deal = |key: &str| key == OWN_NAME;
    let of_case = |key: &str| key == SPLIT || INPUTS.iter().any(|input| input.short == key);
    let goes = |key: &str| {
        names(key) || (is_reset && of_case(key)) || (is_renamed && of_deal(key)) || (is_elsewhere && of_side(key))
    };
    let mut pairs = pairs_of(&encode(link));
    pairs.retain(|(key, _)| !goes(key));
    pairs.extend(told);
    let Decoded { link, mut ignored } = state_of(&pairs, DATA_VERSIONS, Side::default());
    ignored.splice(..0, refused);
    Decoded { link, ignored }
}

fn pairs_of(query: &str) -> Vec<(String, String)> {
    let query = query.get(..query.floor_char_boundary(LONGEST)).unwrap_or(query);
    let pairs = form_urlencoded::parse(query.as_bytes()).take(MOST_PAIRS);
    pairs.map(|(key, value)| (key.into_owned(), value.into_owned())).collect()
}

/// A link that names no side is of the `usual` one.
fn state_of(pairs: &[(String, String)], known: &'static [DataVersion], usual: Side) -> Decoded {
    let mut ignored = Vec::new();
    let data = versions(pairs, known, &mut ignored);
    let mut told = Told::new(data);
    let names = |one: &str| pairs.iter().any(|(key, _)| key == one);
    let side = side(pairs, usual, &mut ignored);
    let follows = !names(MODEL) && !names(DATA);
    let mut link = Link { side, follows, plane: Wanted::usual(side), ..Link::default() };
    let (mut frame, is_frame) = (Embed::of(side), names(embed::EMBED));
    told.start_first(pairs, &mut ignored);
    for (key, value) in pairs {
        let read = told.take(key, value).or_else(|| embed::take(&mut frame, side, key, value));
        ignored.extend(read.unwrap_or_else(|| rest(&mut link, data, key, value)).err());
    }
    (link.case, link.stake) = (told.case(), told.stake);
    link.embed = is_frame.then_some(frame);
    link.against = link.against.min(link.pins.len().saturating_sub(1));
    Decoded { link, ignored }
}

pub(super) fn fault(key: &str, value: &str, problem: Problem) -> Fault {
    Fault::new(key, value.chars().take(60).collect(), problem)
}

/// The version of the data that the link names, else the newest. An unknown model is told as well.
fn versions(
    pairs: &[(String, String)],
    known: &'static [DataVersion],
    ignored: &mut Vec<Fault>,
) -> &'static DataVersion {
    let newest = known.last().unwrap_or_else(DataVersion::newest);
    let of = |key: &str| pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str());
    if let Some(other) = of(MODEL).filter(|model| *model != MODEL_VERSION) {
        ignored.push(fault(MODEL, other, Problem::NotAName(vec![MODEL_VERSION])));
    }
    let Some(wanted) = of(DATA) else { return newest };
    known.iter().find(|version| version.id == wanted).unwrap_or_else(|| {
        let known = known.iter().map(|version| version.id).collect();
        ignored.push(fault(DATA, wanted, Problem::NotAName(known)));
        newest
    })
}

/// The side that the link names; what belongs to a side is read by it.
fn side(pairs: &[(String, String)], usual: Side, ignored: &mut Vec<Fault>) -> Side {
    let Some((key, value)) = pairs.iter().find(|(key, _)| key == SIDE) else { return usual };
    Side::find(value).unwrap_or_else(|| {
        ignored.push(fault(key, value, Problem::NotAName(Side::ALL.map(Side::id).to_vec())));
        usual
    })
}

/// A plain decimal: no words such as `inf`, which Rust would read.
pub(super) fn plain(text: &str) -> Option<f64> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    text.parse().ok().filter(|value: &f64| is_plain && value.is_finite())
}

pub(super) fn number(key: &str, text: &str, limits: Limits) -> Result<f64, Fault> {
    let value = plain(text).filter(|value| limits.contains(*value));
    value.ok_or_else(|| fault(key, text, Problem::NotInLimits(Kind::Number, limits)))
}

/// What belongs to no case: the simulation, the view, the pins.
fn rest(link: &mut Link, data: &'static DataVersion, key: &str, value: &str) -> Result<(), Fault> {
    match key {
        SEED => link.setup.seed = seed(value)?,
        WITHIN => link.setup.payback_within = number(key, value, PAYBACK_YEARS)?,
        WEIGHTS => link.setup.weights = weights(value)?,
        SIDE => {}
        GRID => link.plane = plane(link.side, value)?,
        AGAINST => link.against = against(value)?,
        THEME => {
            let named = Theme::ALL.into_iter().find(|theme| theme.id() == value);
            link.theme =
                Some(named.ok_or_else(|| fault(key, value, Problem::NotAName(Theme::ALL.map(Theme::id).to_vec())))?);
        }
        VIEW => {
            let is_name = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            let name = Some(value).filter(|text| !text.is_empty() && text.len() <= LONGEST_VIEW && is_name(text));
            link.view = Some(name.ok_or_else(|| fault(key, value, Problem::UnknownKey(None)))?.to_owned());
        }
        PIN => {
            if link.pins.len() >= MOST_PINS {
                return Err(fault(key, value, Problem::TooMany(MOST_PINS)));
            }
            let pin = pinned(data, value)?;
            link.pins.push(pin);
        }
        _ if FOREIGN.iter().any(|start| key.starts_with(start)) => {}
        _ => return distribution(&mut link.setup, key, value),
    }
    Ok(())
}

/// A measure and two inputs of a side.
fn plane(side: Side, text: &str) -> Result<Wanted, Fault> {
    let mut parts = text.split(',');
    let name = parts.next().unwrap_or_default();
    let known = Measure::of(side);
    let measure = known.iter().copied().find(|measure| measure.id() == name);
    let refused = || fault(GRID, text, Problem::NotAGrid(known.iter().map(|measure| measure.id()).collect()));
    let measure = measure.ok_or_else(refused)?;
    let control = |key| numeric(side, key);
    let (x, y) = (parts.next().and_then(control), parts.next().and_then(control));
    let axes = x.zip(y).filter(|_| parts.next().is_none()).and_then(|(x, y)| Axes::of(x, y));
    axes.map(|axes| Wanted { axes, measure }).ok_or_else(refused)
}

/// A position among the pins, from 1.
fn against(text: &str) -> Result<usize, Fault> {
    let position = (1..=MOST_PINS).position(|at| at.to_string() == text);
    position.ok_or_else(|| fault(AGAINST, text, Problem::NotInLimits(Kind::Whole, Limits { min: 1.0, max: 4.0 })))
}

fn seed(text: &str) -> Result<u64, Fault> {
    #[expect(clippy::cast_precision_loss, reason = "exactly the largest whole number that JSON can write")]
    const LIMITS: Limits = Limits { min: 0.0, max: LARGEST_SEED as f64 };
    let digits = Some(text).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    let seed = digits.and_then(|text| text.parse().ok()).filter(|seed| *seed <= LARGEST_SEED);
    seed.ok_or_else(|| fault(SEED, text, Problem::NotInLimits(Kind::Whole, LIMITS)))
}

fn weights(text: &str) -> Result<Weights, Fault> {
    let parts: Vec<f64> = text.split(',').filter_map(plain).collect();
    let told = <[f64; 3]>::try_from(parts).ok().filter(|_| text.matches(',').count() == 2);
    told.and_then(Weights::of).ok_or_else(|| fault(WEIGHTS, text, Problem::NotWeights))
}

/// An end of a distribution, in the limits of its input. Whether it encloses the present value is a question of the page,
/// which says so at its box.
fn distribution(setup: &mut Setup, key: &str, text: &str) -> Result<(), Fault> {
    let unknown = || fault(key, text, Problem::UnknownKey(None));
    let (end, short) = key.split_once('.').ok_or_else(unknown)?;
    let end = [End::Low, End::High, End::Sigma].into_iter().find(|one| one.id() == end).ok_or_else(unknown)?;
    let input = INPUTS.iter().find(|input| input.short == short).ok_or_else(unknown)?;
    let at = DISTRIBUTIONS.iter().position(|(id, _)| find(id).is_some_and(|drawn| drawn.id == input.id));
    let at = at.filter(|at| end.belongs_to(*at)).ok_or_else(unknown)?;
    let limits = if end == End::Sigma { SIGMA } else { input.slider };
    setup.keep(at, end, number(key, text, limits)?);
    Ok(())
}

/// A name, then keys and values.
fn pinned(data: &'static DataVersion, text: &str) -> Result<PinnedCase, Fault> {
    let mut parts = text.split(SEPARATOR);
    let name: String = parts.next().unwrap_or_default().trim().chars().take(LONGEST_NAME).collect();
    let mut parts = parts.map(str::to_owned);
    let mut pairs = Vec::new();
    while let Some(key) = parts.next() {
        pairs.push((key, parts.next().unwrap_or_default()));
    }
    let (mut told, mut ignored) = (Told::new(data), Vec::new());
    told.start_first(&pairs, &mut ignored);
    let others = pairs.iter().filter_map(|(key, value)| match told.take(key, value) {
        Some(read) => read.err(),
        None => Some(fault(key, value, Problem::UnknownKey(None))),
    });
    ignored.extend(others.collect::<Vec<_>>());
    // A case that is not whole is another case: better none.
    let reason = match ignored.first() {
        None if name.contains(is_hidden) => format!("its name {}", Problem::Hidden),
        None if !name.is_empty() => return Ok(PinnedCase { name, case: told.case(), stake: told.stake }),
        None => "it has no name".to_owned(),
        Some(fault) => fault.to_string(),
    };
    Err(fault(PIN, text, Problem::NotACase(reason)))
}
