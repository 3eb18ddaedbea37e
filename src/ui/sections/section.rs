//! A section of the page: a heading, a sentence, and what follows from the answer while the reader can see it.

use std::sync::Arc;

use leptos::context::Provider;
use leptos::html;
use leptos::prelude::*;

use super::State;
use super::answer::Answer;
use super::state::yes;
use crate::browser::media::MediaWatch;
use crate::browser::printing::PrintWatch;
use crate::browser::visible::VisibleWatch;

/// What a section says while it is folded: its finding.
#[derive(Clone)]
pub struct Finding(Arc<dyn Fn(&Answer) -> String + Send + Sync>);

impl<F: Fn(&Answer) -> String + Send + Sync + 'static> From<F> for Finding {
    fn from(say: F) -> Self {
        Self(Arc::new(say))
    }
}

/// Where sections fold into a line each.
const SMALL: &str = "screen and (max-width: 767px)";

/// Whether a section stands in a line of its own making.
#[derive(Clone, Copy, Default, PartialEq)]
enum Fold {
    /// There is room: sections do not fold.
    #[default]
    Never,
    /// On a small screen, until the reader unfolds it.
    Closed,
    /// The reader has unfolded it.
    Open,
}

impl Fold {
    /// At first, or when the screen has changed.
    fn on_screen() -> Self {
        if MediaWatch::matches(SMALL) { Self::Closed } else { Self::Never }
    }

    fn turned(self) -> Self {
        match self {
            Self::Never => Self::Never,
            Self::Closed => Self::Open,
            Self::Open => Self::Closed,
        }
    }
}

/// What decides how much of a section is shown.
#[derive(Clone, Copy, Default, PartialEq)]
struct Shown {
    /// Whether the section is near the window.
    near: bool,
    /// Whether it is folded.
    fold: Fold,
    /// Whether the page is being printed: nothing is folded on paper.
    on_paper: bool,
}

impl Shown {
    fn folded(self) -> bool {
        self.fold == Fold::Closed && !self.on_paper
    }
}

/// What tells a section how much of it to show, until dropped.
struct Watches {
    _near: Option<VisibleWatch>,
    _small: Option<MediaWatch>,
    _paper: Option<PrintWatch>,
}

/// A section. What stands in it sees a [`State`] whose answer follows the question only while the section is near the
/// window and unfolded: analyses that nobody sees cost nothing while a slider moves.
#[component]
pub fn Section(
    /// The anchor.
    id: &'static str,
    /// The heading.
    heading: &'static str,
    /// What the section is about, in a sentence.
    #[prop(into)]
    lead: String,
    /// What it says in a line where it folds, on a small screen; one without never folds.
    #[prop(optional, into)]
    finding: Option<Finding>,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let state = State::get();
    let folds = finding.is_some();
    let shown = RwSignal::new(Shown { fold: if folds { Fold::on_screen() } else { Fold::Never }, ..Shown::default() });
    let folded = move || shown.get().folded();
    let resting = move |rests: fn(Shown) -> bool| {
        Memo::new(move |before: Option<&Answer>| match before {
            Some(before) if rests(shown.get()) => before.clone(),
            _ => state.answer.get(),
        })
    };
    let line = resting(|shown| !shown.near || shown.fold == Fold::Never);
    let inside = State { answer: resting(|shown| !shown.near || shown.folded()), ..state };
    let finding = move || finding.as_ref().map(|Finding(say)| line.with(|answer| say(answer))).unwrap_or_default();
    let section = NodeRef::<html::Section>::new();
    let watches = StoredValue::new_local(None::<Watches>);
    Effect::new(move |_| {
        if let Some(section) = section.get() {
            watches.set_value(Some(watch(&section, folds, shown)));
        }
    });
    let turn = move |_| shown.update(|shown| shown.fold = shown.fold.turned());
    let body = format!("{id}-body");
    // Not made anew at every turn: the button keeps the focus.
    let never = Memo::new(move |_| shown.get().fold == Fold::Never);
    let title = {
        let body = body.clone();
        move || {
            if never.get() {
                return heading.into_any();
            }
            let (body, finding) = (body.clone(), finding.clone());
            view! {
                <button type="button" class="section-turn" aria-controls=body aria-expanded=move || yes(!folded()) on:click=turn>
                    <span>{heading}</span>
                    <small>{move || finding()}</small>
                </button>
            }
            .into_any()
        }
    };
    view! {
        <section class="section" class:folds=folds id=id node_ref=section aria-labelledby=format!("{id}-heading")
            data-folded=move || folded().then_some("")>
            <h2 class="section-heading" id=format!("{id}-heading")>{title}</h2>
            <div class="section-body" id=body hidden=folded>
                <p class="section-lead">{lead}</p>
                <Provider value=inside>{children()}</Provider>
            </div>
        </section>
    }
}

fn watch(section: &web_sys::HtmlElement, folds: bool, shown: RwSignal<Shown>) -> Watches {
    let near = VisibleWatch::new(section, move |is_near| shown.update(|shown| shown.near = is_near));
    // A browser that cannot say what is seen: then everything is.
    if near.is_none() {
        shown.update(|shown| shown.near = true);
    }
    if !folds {
        return Watches { _near: near, _small: None, _paper: None };
    }
    Watches {
        _near: near,
        _small: MediaWatch::new(SMALL, move || shown.update(|shown| shown.fold = Fold::on_screen())),
        _paper: PrintWatch::around(move |on_paper| shown.update(|shown| shown.on_paper = on_paper)),
    }
}
