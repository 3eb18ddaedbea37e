//! A card of the page, for a frame in another page: the same state, charts and rows, with fewer words around them.
//!
//! It asks nothing of the browser that a frame may be refused: no storage, no clipboard, no window but the one above.

mod foot;
mod inputs;
mod talk;

pub use foot::full;

use leptos::html;
use leptos::prelude::*;

use super::State;
use super::announcer::Announcer;
use super::figures;
use super::popover::Popover;
use super::sections::{DealsFigure, GigawattsFigure, GridFigure, LadderFigure, SimulationFigure, TornadoFigure};
use super::side_figures;
use super::verdict::unbroken;
use crate::protocol::link::{Decoded, Embed, Figure};
use crate::wording::{Span, Tone};

/// The card.
#[component]
pub fn EmbedApp(
    /// The state that it starts from.
    decoded: Decoded,
) -> impl IntoView {
    let state = State::provide(decoded);
    // Out of the graph: onto the page.
    Effect::new(move |_| state.look.with(|look| look.theme).apply());
    let card = NodeRef::<html::Main>::new();
    let refused = talk::talk(state, card);
    // Not made anew at every message: a host may ask for another card, but seldom does.
    let embed = Memo::new(move |_| state.opened.with(|opened| opened.embed.clone().unwrap_or_default()));
    let side = Memo::new(move |_| state.side());
    let accent = move || embed.with(|embed| embed.accent.map(|accent| format!("#{accent}")).unwrap_or_default());
    view! {
        <main class="card" id="card" node_ref=card data-card=move || embed.with(|embed| embed.card.id().to_owned())
            data-refused=move || refused.get().to_string() style:border-top-color=move || accent()>
            {move || {
                side.track();
                embed.with(|embed| untrack(|| parts(state, embed)))
            }}
        </main>
        <Popover />
        <Announcer />
    }
}

fn parts(state: State, embed: &Embed) -> AnyView {
    view! {
        <p class="card-head"><span>{move || state.read(|answer| answer.voice().head())}</span><span>{move || state.read(|answer| answer.voice().span())}</span></p>
        {embed.card.has_verdict().then(|| verdict(state))}
        {inputs::inputs(state, embed)}
        {embed.card.has_chart().then(|| view! { <div class="card-figure">{figure(embed.figure)}</div> }.into_any())}
        {foot::foot(state)}
    }
    .into_any()
}

fn verdict(state: State) -> AnyView {
    view! {
        <div class="card-words">
            <h1 class="card-verdict" id="verdict">{move || sentence(state.read(|answer| answer.voice().brief()))}</h1>
            <p class="card-second" id="second">{move || sentence(state.read(|answer| answer.voice().brief_second()))}</p>
        </div>
    }
    .into_any()
}

/// A sentence with its results set apart. Its inputs are words here: what can be moved stands below.
fn sentence(spans: Vec<Span>) -> AnyView {
    let part = |Span { text, tone }| {
        let class = match tone {
            Tone::Plain | Tone::Input(_) => return unbroken(&text).into_any(),
            Tone::Strong => "",
            Tone::Gain => "gain",
            Tone::Loss => "loss",
        };
        view! { <b class=class>{text}</b> }.into_any()
    };
    spans.into_iter().map(part).collect_view().into_any()
}

fn figure(figure: Figure) -> AnyView {
    match figure {
        Figure::Cash => figures::cash(),
        Figure::Share => figures::share(),
        Figure::Bridge => figures::bridge(),
        Figure::Ladder => view! { <LadderFigure /> }.into_any(),
        Figure::Grid => view! { <GridFigure /> }.into_any(),
        Figure::Tornado => view! { <TornadoFigure /> }.into_any(),
        Figure::Simulation => view! { <SimulationFigure /> }.into_any(),
        Figure::Gigawatts => view! { <GigawattsFigure /> }.into_any(),
        Figure::Deals => view! { <DealsFigure /> }.into_any(),
        Figure::Obligations => side_figures::obligations(),
        Figure::Burden => side_figures::burden(),
        Figure::Contract => side_figures::contract(),
        Figure::Usage => side_figures::usage(),
        Figure::Exposure => side_figures::exposure(),
    }
}
