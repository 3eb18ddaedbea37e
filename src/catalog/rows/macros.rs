//! The notation of the rows.

/// One row of the catalogue. `GROUP` is the constant of the file in which it stands.
///
/// ```text
/// row! {
///     key "short": number Unit, "Label", "What it means.",
///     slider(min, max, step), model(min, max), default value,
///     Status ["S1", "P2"] "date", "Why this value.",
/// }
/// ```
///
/// `short` is the key in links, which never changes. `whole Unit` takes whole numbers, `choice Enum [("wire_name", "Label"), ...]` one of the options of a model enum, in
/// the order of its `ALL`. A value that stands in a part of the inputs says where: `key "short" in [buyer.key]: ...`.
macro_rules! row {
    ($key:ident $short:literal: $($rest:tt)+) => { row!(@place [$key] $key, $short, $($rest)+) };
    ($key:ident $short:literal in [$($place:tt)+]: $($rest:tt)+) => { row!(@place [$($place)+] $key, $short, $($rest)+) };
    (
        @place [$($place:tt)+] $key:ident, $short:literal, number $unit:ident, $label:expr, $meaning:expr,
        slider($low:expr, $high:expr, $step:expr), model($min:expr, $max:expr), default $default:expr,
        $status:ident [$($source:literal),*] $as_of:literal, $note:expr $(,)?
    ) => {
        row!(@row $key, $short, $label, $meaning, Number, $unit, ($low, $high, $step), ($min, $max), $default,
            $status, [$($source),*], $as_of, $note, |inputs| inputs.$($place)+, |inputs, value| inputs.$($place)+ = value)
    };
    (
        @place [$($place:tt)+] $key:ident, $short:literal, whole $unit:ident, $label:expr, $meaning:expr,
        slider($low:expr, $high:expr, $step:expr), model($min:expr, $max:expr), default $default:expr,
        $status:ident [$($source:literal),*] $as_of:literal, $note:expr $(,)?
    ) => {
        row!(@row $key, $short, $label, $meaning, Whole, $unit, ($low, $high, $step), ($min, $max), $default,
            $status, [$($source),*], $as_of, $note, |inputs| f64::from(inputs.$($place)+),
            |inputs, value| inputs.$($place)+ = $crate::catalog::row::whole(value))
    };
    (
        @place [$($place:tt)+] $key:ident, $short:literal, choice $type:ident [$(($id:literal, $option:literal)),+ $(,)?],
        $label:literal, $meaning:literal,
        default $default:ident, $status:ident [$($source:literal),*] $as_of:literal, $note:literal $(,)?
    ) => {
        row!(@row $key, $short, $label, $meaning,
            Choice(&[$($crate::catalog::Choice { id: $id, label: $option }),+]), Choice,
            (0.0, $crate::catalog::row::option($crate::model::$type::ALL.len() - 1), 1.0),
            (0.0, $crate::catalog::row::option($crate::model::$type::ALL.len() - 1)),
            $crate::catalog::row::option($crate::model::$type::$default.position()),
            $status, [$($source),*], $as_of, $note,
            |inputs| $crate::catalog::row::option(inputs.$($place)+.position()),
            |inputs, value| inputs.$($place)+ = $crate::model::$type::at($crate::catalog::row::position(value)))
    };
    (
        @row $key:ident, $short:literal, $label:expr, $meaning:expr, $kind:expr, $unit:ident,
        ($low:expr, $high:expr, $step:expr), ($min:expr, $max:expr), $default:expr,
        $status:ident, [$($source:literal),*], $as_of:literal, $note:expr, $read:expr, $write:expr
    ) => {{
        #[allow(unused_imports, reason = "each row is of one kind")]
        use $crate::catalog::Kind::{Choice, Number, Whole};
        $crate::catalog::Input {
            id: stringify!($key),
            short: $short,
            label: $label,
            meaning: $meaning,
            group: GROUP,
            unit: $crate::catalog::Unit::$unit,
            kind: $kind,
            slider: $crate::catalog::Limits { min: $low, max: $high },
            model: $crate::catalog::Limits { min: $min, max: $max },
            step: $step,
            default: $default,
            status: $crate::catalog::Status::$status,
            sources: &[$($source),*],
            note: $note,
            as_of: $as_of,
            read: $read,
            write: $write,
        }
    }};
}
