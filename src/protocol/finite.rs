//! Looks for numbers that JSON cannot write.
//!
//! `serde_json` writes NaN and infinity as null, which in an answer means "does not apply". This walks an answer the way
//! a writer would, and reports the first such number with its place.

use std::fmt;

use serde::ser::{self, Serialize};

use super::{Fault, Problem};

/// Passes an answer that holds finite numbers only.
pub(super) fn check(answer: &impl Serialize) -> Result<(), Vec<Fault>> {
    answer.serialize(Walk).map_err(|NotFinite(path, value)| vec![Fault::new(path, value, Problem::NoFiniteAnswer)])
}

/// Where the number stands, and what it is.
#[derive(Debug)]
struct NotFinite(String, String);

impl NotFinite {
    fn under(self, key: &str) -> Self {
        let dot = if self.0.is_empty() { "" } else { "." };
        Self(format!("{key}{dot}{}", self.0), self.1)
    }
}

impl fmt::Display for NotFinite {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.0, self.1)
    }
}

impl std::error::Error for NotFinite {}

impl ser::Error for NotFinite {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(String::new(), message.to_string())
    }
}

type Checked = Result<(), NotFinite>;

#[derive(Clone, Copy)]
struct Walk;

/// Values that hold no such number.
macro_rules! harmless {
    ($($method:ident($($type:ty),*);)+) => { $(fn $method(self, $(_: $type),*) -> Checked { Ok(()) })+ };
}

/// Values that hold other values.
macro_rules! opens {
    ($($method:ident($($type:ty),*) -> $compound:ident;)+) => {
        $(
            type $compound = Self;
            fn $method(self, $(_: $type),*) -> Result<Self, NotFinite> { Ok(self) }
        )+
    };
}

impl ser::Serializer for Walk {
    type Ok = ();
    type Error = NotFinite;

    harmless! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_char(char);
        serialize_str(&str);
        serialize_bytes(&[u8]);
        serialize_none();
        serialize_unit();
        serialize_unit_struct(&'static str);
        serialize_unit_variant(&'static str, u32, &'static str);
    }

    opens! {
        serialize_seq(Option<usize>) -> SerializeSeq;
        serialize_tuple(usize) -> SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> SerializeTupleVariant;
        serialize_map(Option<usize>) -> SerializeMap;
        serialize_struct(&'static str, usize) -> SerializeStruct;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> SerializeStructVariant;
    }

    fn serialize_f32(self, value: f32) -> Checked {
        self.serialize_f64(f64::from(value))
    }

    fn serialize_f64(self, value: f64) -> Checked {
        if value.is_finite() { Ok(()) } else { Err(NotFinite(String::new(), value.to_string())) }
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Checked {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Checked {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Checked {
        value.serialize(self)
    }
}

/// Compounds without names for their parts.
macro_rules! unnamed {
    ($($trait:ident::$method:ident;)+) => {
        $(impl ser::$trait for Walk {
            type Ok = ();
            type Error = NotFinite;
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Checked { value.serialize(*self) }
            fn end(self) -> Checked { Ok(()) }
        })+
    };
}

/// Compounds whose parts have names.
macro_rules! named {
    ($($trait:ident;)+) => {
        $(impl ser::$trait for Walk {
            type Ok = ();
            type Error = NotFinite;
            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Checked {
                value.serialize(*self).map_err(|found| found.under(key))
            }
            fn end(self) -> Checked { Ok(()) }
        })+
    };
}

unnamed! {
    SerializeSeq::serialize_element;
    SerializeTuple::serialize_element;
    SerializeTupleStruct::serialize_field;
    SerializeTupleVariant::serialize_field;
}

named! {
    SerializeStruct;
    SerializeStructVariant;
}

impl ser::SerializeMap for Walk {
    type Ok = ();
    type Error = NotFinite;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> Checked {
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Checked {
        value.serialize(*self)
    }

    fn end(self) -> Checked {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::check;

    #[derive(Serialize)]
    struct Part {
        list: Vec<Option<f64>>,
        count: u32,
    }

    #[derive(Serialize)]
    struct Whole {
        name: &'static str,
        part: Option<Part>,
    }

    fn fault(list: Vec<Option<f64>>) -> Option<String> {
        let answer = vec![Whole { name: "a", part: None }, Whole { name: "b", part: Some(Part { list, count: 1 }) }];
        check(&answer).err().map(|faults| faults.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn finds_what_json_would_write_as_null() {
        assert_eq!(fault(vec![Some(1.0), None, Some(-0.0)]), None);
        for (value, shown) in [(f64::NAN, "NaN"), (f64::INFINITY, "inf"), (f64::NEG_INFINITY, "-inf")] {
            let found = fault(vec![None, Some(value)]).unwrap_or_default();
            assert!(found.starts_with(&format!("part.list: {shown} has no finite value")), "{found}");
        }
    }
}
