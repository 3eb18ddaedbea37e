//! What keys do, for the dialog of the page and for `docs/keyboard.md`.

/// Keys of one place on the page.
pub struct Keys {
    /// Where they work.
    pub place: &'static str,
    /// The keys, and what they do.
    pub keys: &'static [(&'static str, &'static str)],
}

/// Every key that does more than the browser does by itself.
pub const KEYBOARD: &[Keys] = &[
    Keys {
        place: "On a slider",
        keys: &[
            ("Arrow keys", "one step"),
            ("Shift and arrow, Page Up, Page Down", "ten steps"),
            ("Alt and arrow", "a tenth of a step, where the unit has one"),
            ("Home, End", "the ends of the track"),
            ("Alt while dragging", "the thumb moves a tenth as far as the pointer"),
            ("Double press on the name or the thumb", "back to the value of the scenario"),
        ],
    },
    Keys {
        place: "In a number box",
        keys: &[
            ("Enter", "take the value over, as leaving the box does"),
            ("Up, Down", "one step; ten with Shift or as Page Up and Page Down, a tenth with Alt"),
            ("Escape", "back to the value in force"),
        ],
    },
    Keys {
        place: "On a number in the answer",
        keys: &[("Arrow and page keys", "change it in place, as on a slider"), ("Enter", "go to its box")],
    },
    Keys {
        place: "Anywhere but in a text that is being typed",
        keys: &[
            ("Ctrl or Cmd and Z", "undo the last change of an input"),
            ("Shift, Ctrl or Cmd and Z; Ctrl or Cmd and Y", "do it again"),
            ("?", "this list; can be turned off below it"),
        ],
    },
    Keys {
        place: "On a chart",
        keys: &[
            ("Arrow keys", "read the value before or after"),
            ("Home, End", "read the first or last one"),
            ("Escape", "stop reading"),
            ("Enter, on the grid", "set both inputs to what is read"),
        ],
    },
    Keys {
        place: "In a panel or dialog",
        keys: &[("Escape", "close it; the focus goes back to the button that opened it")],
    },
];

/// The same as a text in Markdown.
#[must_use]
pub fn markdown() -> String {
    let place = |place: &Keys| {
        let lines: Vec<String> = place.keys.iter().map(|(keys, what)| format!("| {keys} | {what} |\n")).collect();
        format!("## {}\n\n| keys | what they do |\n|---|---|\n{}", place.place, lines.concat())
    };
    let places: Vec<String> = KEYBOARD.iter().map(place).collect();
    format!(
        "# Keyboard\n\nEverything works without a pointer: Tab and Shift+Tab go from one control to the next, Enter or Space \
         press what has the focus. Beyond that:\n\n{}",
        places.join("\n")
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_written_map_is_the_one_of_the_page() {
        assert_eq!(include_str!("../../docs/keyboard.md"), super::markdown(), "write docs/keyboard.md anew");
    }
}
