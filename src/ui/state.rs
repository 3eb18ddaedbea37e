//! What the page knows, and what follows from it.

use leptos::prelude::*;

use super::answer::{Answer, Question};
use super::chart_actions::Charts;
use super::crosshair::Position;
use super::moment::Moment;
use super::paths;
use super::pins::{Pin, Pins};
use super::popover::Panel;
use crate::analysis::field::{Measure, Wanted};
use crate::analysis::setup::Setup;
use crate::browser::manner;
use crate::browser::theme::Theme;
use crate::catalog::{Case, Control, Group, History, Side};
use crate::model::{Inputs, Outcome, Stake};
use crate::protocol::Fault;
use crate::protocol::link::{Card, Decoded, Embed, Link, PinnedCase};
use crate::wording::Parties;
use crate::wording::separators::Manner;

/// How the page is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Light, dark or as the system.
    pub theme: Theme,
    /// Whether the theme belongs to the state that is passed on: it came with it, or was chosen on this visit.
    pub keeps_theme: bool,
    /// Whether a slider is being dragged: scales then hold still.
    pub dragging: bool,
    /// Which groups of assumptions stand open, in the order of [`Group::ALL`].
    pub open: [bool; Group::ALL.len()],
    /// How numbers are written.
    pub manner: Manner,
    /// What the panel above the page shows.
    pub panel: Option<Panel>,
    /// How often a reset was asked for: text that was refused before is then dropped from its box.
    pub resets: u32,
}

impl Look {
    /// Whether a group of assumptions stands open.
    #[must_use]
    pub fn is_open(&self, group: Group) -> bool {
        self.open.iter().zip(Group::ALL).any(|(open, one)| *open && one == group)
    }

    /// Opens or closes a group of assumptions.
    pub fn show(&mut self, group: Group, wanted: bool) {
        for (open, one) in self.open.iter_mut().zip(Group::ALL) {
            if one == group {
                *open = wanted;
            }
        }
    }
}

/// How the page was opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// What a frame in another page shows; nothing for the page itself.
    pub embed: Option<Embed>,
    /// Whether the link means whatever is newest.
    pub follows: bool,
    /// The part of the page that the link leads to.
    pub view: Option<String>,
    /// What was left out of the link, until the reader has seen it.
    pub ignored: Vec<Fault>,
}

impl Opened {
    /// The page itself never follows: what the reader does on it is told in the versions that it was done with.
    fn of(embed: Option<Embed>, follows: bool, view: Option<String>, ignored: Vec<Fault>) -> Self {
        Self { follows: follows && embed.is_some(), embed, view, ignored }
    }
}

/// The page's state: what the reader asks and how they look at it, and the answer that follows.
///
/// Few signals of few types on purpose: each type that goes through one costs kilobytes of download.
#[derive(Clone, Copy)]
pub struct State {
    /// What the reader asks.
    pub question: RwSignal<Question>,
    /// What was asked before.
    pub history: RwSignal<History<Moment>>,
    /// What the reader keeps to compare with.
    pub pins: RwSignal<Pins>,
    /// What the reader sets for the questions about uncertainty.
    pub setup: RwSignal<Setup>,
    /// What the grid shows.
    pub plane: RwSignal<Wanted>,
    /// How the page is looked at.
    pub look: RwSignal<Look>,
    /// How it was opened.
    pub opened: RwSignal<Opened>,
    /// The deal year that is read in all charts over time, if any.
    pub year: Position,
    /// What the model says. Inside a section it follows the question only while the reader can see it.
    pub answer: Memo<Answer>,
}

impl State {
    /// The state that a link tells, given to all components below.
    pub fn provide(decoded: Decoded) -> Self {
        let Decoded { link, ignored } = decoded;
        let Link { side, case, follows, stake, setup, plane, theme, view, pins, against, embed } = link;
        let question = RwSignal::new(Question { side, case, stake });
        // A frame asks the reader's browser for nothing.
        let (manner, remembered) = match embed {
            Some(_) => Default::default(),
            None => (manner::remembered(), Theme::remembered()),
        };
        manner::choose(manner);
        let keeps_theme = theme.is_some();
        let theme = theme.map_or(remembered, Theme::from);
        let open = Group::ALL.map(|group| OPEN.contains(&group));
        let look = Look { theme, keeps_theme, dragging: false, open, manner, panel: None, resets: 0 };
        let answer = Memo::new(move |_| {
            let question = question.get();
            // Sentences about this answer speak of the parties of its deal.
            Parties::of(question.case.start()).choose();
            question.into()
        });
        let state = Self {
            question,
            history: RwSignal::new(History::default()),
            pins: RwSignal::new(Pins::of(pins, against)),
            setup: RwSignal::new(setup),
            plane: RwSignal::new(plane),
            look: RwSignal::new(look),
            opened: RwSignal::new(Opened::of(embed, follows, view, ignored)),
            year: RwSignal::new(None),
            answer,
        };
        provide_context(state);
        Charts::provide();
        state
    }

    /// Goes to the state that a link tells: one step, which can be undone with all that it replaces.
    pub fn open(self, decoded: Decoded) {
        let Decoded { link, ignored } = decoded;
        let Link { side, case, follows, stake, setup, plane, theme, view, pins, against, embed } = link;
        self.forget_refused();
        let before = Moment::whole(self);
        self.question.set(Question { side, case, stake });
        self.pins.set(Pins::of(pins, against));
        self.setup.set(setup);
        self.plane.set(plane);
        if let Some(theme) = theme {
            self.look.update(|look| (look.theme, look.keeps_theme) = (theme.into(), true));
        }
        self.opened.set(Opened::of(embed, follows, view, ignored));
        if Moment::whole(self) != before {
            self.history.update(|history| history.leave(before));
        }
    }

    /// The present state as a link; what asks is told when it changes.
    pub fn link(self) -> Link {
        let Question { side, case, stake } = self.question.get();
        let theme = self.look.with(|look| look.keeps_theme.then(|| look.theme.told()).flatten());
        let pinned = |pin: &Pin| {
            let Question { case, stake, .. } = pin.answer.question;
            PinnedCase { name: pin.name.clone(), case, stake }
        };
        let (pins, against) = self.pins.with(|pins| (pins.all.iter().map(pinned).collect(), pins.against));
        let Opened { embed, follows, view, ignored: _ } = self.opened.get();
        // On the page the view is the path that is shown: every other part is named by an anchor.
        let view = if embed.is_some() { view } else { paths::shown(self).map(|path| path.id.to_owned()) };
        let (setup, plane) = (self.setup.get(), self.wanted());
        Link { side, case, follows, stake, setup, plane, theme, view, pins, against, embed }
    }

    /// The state of the page around a component.
    pub fn get() -> Self {
        expect_context()
    }

    /// The card that a frame in another page shows; nothing on the page itself.
    pub fn card(self) -> Option<Card> {
        self.opened.with_untracked(|opened| opened.embed.as_ref().map(|embed| embed.card))
    }

    /// Whether this is such a card.
    pub fn is_framed(self) -> bool {
        self.card().is_some()
    }

    /// Whether the reader may move nothing.
    pub fn is_locked(self) -> bool {
        self.opened.with_untracked(|opened| opened.embed.as_ref().is_some_and(|embed| embed.locked))
    }

    /// Who asks; what calls is told of every change of the question.
    pub fn side(self) -> Side {
        self.question.with(|question| question.side)
    }

    /// What the grid shows: what was chosen on this side, else what it usually shows.
    pub fn wanted(self) -> Wanted {
        let (side, chosen) = (self.side(), self.plane.get());
        if Measure::of(side).contains(&chosen.measure) { chosen } else { Wanted::usual(side) }
    }

    /// Something from the answer; what asks is told when the answer changes.
    pub fn read<T>(self, read: impl FnOnce(&Answer) -> T) -> T {
        self.answer.with(read)
    }

    /// Words about the answer.
    pub fn words<T>(self, words: impl FnOnce(&Inputs, &Outcome, Stake) -> T) -> T {
        self.answer.with(|answer| answer.words(words))
    }

    /// Changes the question, as a step that can be undone. A change that changes nothing is none.
    pub fn ask(self, change: impl FnOnce(&mut Question)) {
        let before = self.question.get_untracked();
        let mut after = before;
        change(&mut after);
        if after != before {
            self.history.update(|history| history.leave(Moment::of(&before)));
            self.question.set(after);
        }
    }

    /// Takes a side of the table, as a step that can be undone.
    pub fn sit(self, side: Side) {
        self.ask(|question| question.side = side);
    }

    /// Changes the case.
    pub fn change(self, change: impl FnOnce(&mut Case)) {
        self.ask(|question| change(&mut question.case));
    }

    /// Whether a thumb is held: all that changes until it is released is one step, and scales hold still.
    pub fn hold(self, held: bool) {
        if self.look.with_untracked(|look| look.dragging) == held {
            return;
        }
        self.look.update(|look| look.dragging = held);
        let present = self.question.with_untracked(Moment::of);
        self.history.update(|history| if held { history.hold() } else { history.release(&present) });
    }

    /// Takes over a value. One that the control does not take changes nothing: boxes ask first and say why.
    pub fn set(self, control: &Control, value: f64) {
        self.change(|case| {
            let _ = case.set(control, value);
        });
    }

    /// Drops what stands refused in boxes, as part of a reset of many.
    pub fn forget_refused(self) {
        self.look.update(|look| look.resets += 1);
    }

    /// Takes a control back to the scenario.
    pub fn reset(self, control: &Control) {
        self.change(|case| case.reset(control));
    }
}

/// The groups that stand open at first: what a side is about.
const OPEN: [Group; 2] = [Group::Contract, Group::Obligations];

/// The value of `aria-pressed`, `aria-expanded` and the like.
pub fn yes(on: bool) -> String {
    if on { "true" } else { "false" }.to_owned()
}

/// The class of a sign of money.
pub fn tone(money: f64) -> String {
    if money < 0.0 { "loss" } else { "gain" }.to_owned()
}
