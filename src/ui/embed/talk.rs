//! What the card tells the page around it, and what it hears from there.
//!
//! Timers tell it, not animation frames: those stop in a frame that is not on the screen, whose host still has to know
//! how tall it is.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;

use crate::browser::address;
use crate::browser::host::Host;
use crate::browser::resize::ResizeWatch;
use crate::catalog::Side;
use crate::protocol::link::{Link, encode, merge};
use crate::protocol::message::{self, Figures, FromHost, Heard, Post, Told, change, ready};
use crate::ui::State;
use crate::wording::verdict::plain;

/// At most so often a change is told, in milliseconds.
const BETWEEN: u32 = 80;

/// What was told last, and what is about to be.
#[derive(Default)]
struct Said {
    height: u32,
    query: Option<String>,
    waiting: Option<Timeout>,
    watch: Option<ResizeWatch>,
    ear: Option<EventListener>,
}

/// The card in its frame.
#[derive(Clone, Copy)]
struct Talk {
    state: State,
    card: NodeRef<html::Main>,
    refused: RwSignal<u32>,
    host: StoredValue<Option<Rc<Host>>, LocalStorage>,
    said: StoredValue<Said, LocalStorage>,
}

/// Talks with the window above, if there is one, and counts the messages that were refused.
pub fn talk(state: State, card: NodeRef<html::Main>) -> RwSignal<u32> {
    let refused = RwSignal::new(0);
    let Some(host) = Host::above().map(Rc::new) else { return refused };
    let said = StoredValue::new_local(Said::default());
    let talk = Talk { state, card, refused, host: StoredValue::new_local(Some(Rc::clone(&host))), said };
    let ear = host.listen(move |heard| talk.hear(heard));
    said.update_value(|said| said.ear = ear);
    Effect::new(move |_| {
        let Some(card) = card.get() else { return };
        let watch = ResizeWatch::new(&card, move |_, _| talk.tell_height());
        said.update_value(|said| said.watch = watch);
    });
    // Out of the graph: to the page around.
    Effect::new(move |_| {
        let query = talk.query();
        if said.with_value(|said| said.waiting.is_none() && said.query.as_ref() != Some(&query)) {
            let waiting = Timeout::new(BETWEEN, move || talk.tell());
            said.update_value(|said| said.waiting = Some(waiting));
        }
    });
    on_cleanup(move || said.set_value(Said::default()));
    refused
}

impl Talk {
    /// The state without what only concerns the frame; what asks is told when it changes.
    fn query(self) -> String {
        encode(&Link { embed: None, ..self.state.link() })
    }

    /// Tells the present state, if it is not what was told last.
    fn tell(self) {
        let query = untrack(|| self.query());
        let before = self.said.try_update_value(|said| {
            said.waiting = None;
            said.query.replace(query.clone())
        });
        match before.flatten() {
            None => self.tell_as(ready, &query),
            Some(before) if before != query => self.tell_as(change, &query),
            Some(_) => {}
        }
        self.tell_height();
    }

    fn tell_as(self, shape: fn(&Told) -> Post, query: &str) {
        let ignored = self.state.opened.with_untracked(|opened| opened.ignored.len());
        let post = self.state.answer.with_untracked(|answer| {
            let verdict = plain(&answer.voice().brief());
            let data = answer.question.case.version().id;
            let refused = self.refused.get_untracked();
            let outcome = match answer.question.side {
                Side::Investor => Figures::Deal(answer.outcome()),
                Side::Lab => Figures::Lab(answer.lab(), answer.value()),
                Side::Buyer => Figures::Buyer(answer.buyer()),
            };
            shape(&Told { query, data, verdict: &verdict, outcome, ignored, refused })
        });
        self.post(&post);
    }

    /// Tells how tall the card is, if that has changed. The card is as tall as what it holds, whatever its frame: a host
    /// that follows never makes it change again.
    fn tell_height(self) {
        let Some(card) = self.card.get_untracked() else { return };
        let height = message::pixels(card.get_bounding_client_rect().height());
        let is_new = self.said.try_update_value(|said| std::mem::replace(&mut said.height, height) != height);
        if height > 0 && is_new == Some(true) {
            let query = address::query();
            let posts =
                message::heights(height, &format!("{}?{query}", address::base()), message::child(&query).as_deref());
            for post in &posts {
                self.post(post);
            }
        }
    }

    fn post(self, post: &Post) {
        self.host.with_value(|host| {
            if let Some(host) = host {
                host.post(post);
            }
        });
    }

    /// Takes a message of the window above.
    fn hear(self, heard: Heard) {
        match message::read(heard) {
            Ok(FromHost::Set(query)) => {
                let present = untrack(|| self.state.link());
                self.state.open(merge(&present, &query));
            }
            Ok(FromHost::Get) => {
                self.tell_as(change, &untrack(|| self.query()));
                // Who asks has heard nothing yet.
                self.said.update_value(|said| said.height = 0);
                self.tell_height();
            }
            Err(_) => self.refused.update(|refused| *refused = refused.saturating_add(1)),
        }
    }
}
