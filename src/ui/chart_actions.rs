//! What can be done with a chart: copy it, save it as a picture, save its numbers.

use std::rc::Rc;
use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::State;
use super::canvas::{Prepare, Use};
use super::chart_figure::Frame;
use super::popover::{Panel, open};
use crate::browser::address;
use crate::browser::canvas::{Extent, draw_in, palette};
use crate::browser::download::{self, Copied};
use crate::browser::files;
use crate::charts::poster::{Poster, RATIO};
use crate::charts::style::LIGHT;
use crate::charts::{Palette, Style, svg};
use crate::protocol::link::encode;
use crate::wording::actions::{Action, Done, file, foot, menu, said};

/// What is needed to take a chart out of the page.
pub struct Source {
    /// Its words and numbers.
    pub frame: Arc<Frame>,
    /// Its drawing.
    pub prepare: Prepare,
}

/// All charts of the page, for the one panel that shows the menu of any of them.
#[derive(Clone, Copy)]
pub struct Charts(StoredValue<Vec<Rc<Source>>, LocalStorage>);

impl Charts {
    /// None yet, for all components below.
    pub fn provide() {
        provide_context(Self(StoredValue::new_local(Vec::new())));
    }

    /// Keeps a chart at hand; one of the same name, which was on the page before, goes.
    pub fn add(source: Source) {
        let charts: Self = expect_context();
        charts.0.update_value(|charts| {
            charts.retain(|known| known.frame.id != source.frame.id);
            charts.push(Rc::new(source));
        });
    }

    fn find(self, id: &str) -> Option<Rc<Source>> {
        self.0.with_value(|charts| charts.iter().find(|source| source.frame.id == id).cloned())
    }
}

/// The button that opens the menu of a chart.
pub fn button(state: State, frame: &Arc<Frame>) -> AnyView {
    let (id, words) = (frame.id, Arc::clone(frame));
    view! {
        <button type="button" class="figure-menu" id=format!("menu-{id}") data-menu=id aria-haspopup="dialog" aria-label=move || menu(&(words.title)())
            on:click=move |event| open(state, Panel::Chart(id), &event)>
            <span aria-hidden="true">"⋯"</span>
        </button>
    }
    .into_any()
}

/// The menu of a chart.
pub fn words(state: State, id: &'static str) -> Option<AnyView> {
    let source = use_context::<Charts>()?.find(id)?;
    let heard = NodeRef::<html::P>::new();
    let tell = move |done: Done, action: Action| {
        if let Some(heard) = heard.get_untracked() {
            heard.set_text_content(Some(&said(done, &file(id, action))));
        }
    };
    let title = (source.frame.title)();
    let source = StoredValue::new_local(source);
    let act =
        move |action: Action| source.with_value(|source| source.act(state, action, move |done| tell(done, action)));
    let buttons = Action::ALL.map(|action| {
        view! { <button type="button" data-act=action.id() on:click=move |_| act(action)>{action.name()}</button> }
            .into_any()
    });
    let view = view! {
        <h2 id="panel-title">{title}</h2>
        <div class="chart-acts">{buttons.into_iter().collect_view()}</div>
        <p class="chart-said" role="status" node_ref=heard></p>
    };
    Some(view.into_any())
}

impl Source {
    fn act(&self, state: State, action: Action, tell: impl Fn(Done) + 'static) {
        let name = file(self.frame.id, action);
        let saved = |is_saved| if is_saved { Done::Saved } else { Done::Blocked };
        match action {
            Action::Csv => {
                let draws = untrack(|| self.frame.draws.as_ref().map(|draws| draws()));
                let query = untrack(|| encode(&state.link()));
                files::save(&format!("{}.csv", self.frame.id), &query, draws, move |name| {
                    tell(if name.is_some() { Done::Saved } else { Done::Missing });
                });
            }
            Action::Svg => {
                tell(saved(self.svg(state).is_some_and(|text| download::save_text(&name, "image/svg+xml", &text))));
            }
            Action::Png | Action::Copy => match self.picture(state) {
                None => tell(Done::Blocked),
                Some(canvas) if action == Action::Png => {
                    download::save_picture(&canvas, name, move |is_saved| tell(saved(is_saved)));
                }
                Some(canvas) => download::copy_picture(&canvas, name, move |copied| {
                    tell(match copied {
                        Copied::Yes => Done::Copied,
                        Copied::Saved => Done::SavedInstead,
                        Copied::No => Done::Blocked,
                    });
                }),
            },
        }
    }

    fn poster(&self, state: State) -> Poster {
        let Frame { title, sub, note, .. } = &*self.frame;
        untrack(|| {
            Poster::new(
                &title(),
                &sub(),
                &note(),
                &foot(state.question.get_untracked().case.version(), &address::base()),
            )
        })
    }

    fn svg(&self, state: State) -> Option<String> {
        let (poster, drawing, palette) = (self.poster(state), untrack(|| (self.prepare)()), page_palette());
        let (width, height) = poster.size(self.frame.tall);
        let style = Style { palette, width, height, ratio: 1.0 };
        svg::fine((width, height), palette.paper, &|surface| {
            poster.draw(surface, &style, &|surface, style| drawing(surface, style, Use::Picture))
        })
        .ok()
    }

    fn picture(&self, state: State) -> Option<web_sys::HtmlCanvasElement> {
        let (poster, drawing) = (self.poster(state), untrack(|| (self.prepare)()));
        let (width, height) = poster.size(self.frame.tall);
        let canvas = download::canvas()?;
        draw_in(&canvas, Extent { width, height, ratio: RATIO }, page_palette(), &|surface, style| {
            // What could not be drawn is missing in the picture; the table holds the numbers.
            let _ = poster.draw(surface, style, &|surface, style| drawing(surface, style, Use::Picture));
        })?;
        Some(canvas)
    }
}

/// The colours of the page: pictures look as the reader sees the chart.
fn page_palette() -> Palette {
    document().body().and_then(|body| palette(&body)).unwrap_or(LIGHT)
}
