//! When the money is back.
#![allow(clippy::inline_always, reason = "the innermost loop, in a build that is small before it is fast")]

use super::{Payback, PaybackStatus};

/// Watches the running balance, date after date from closing on.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Recovery {
    previous: f64,
    date: f64,
    first_crossing: Option<f64>,
    durable: Option<f64>,
    ever_negative: bool,
}

impl Recovery {
    /// The balance at the next date.
    #[inline(always)]
    pub fn add(&mut self, now: f64) {
        if now < 0.0 {
            self.ever_negative = true;
            self.durable = None;
        } else if self.previous < 0.0 {
            let crossing = self.date - 1.0 + self.previous / (self.previous - now);
            self.durable = Some(crossing);
            self.first_crossing = self.first_crossing.or(self.durable);
        }
        self.previous = now;
        self.date += 1.0;
    }

    /// Durable: the time after which the balance is never below zero again, linear inside the year. The first crossing
    /// is reported beside it.
    #[inline(always)]
    pub fn payback(&self) -> Payback {
        let (status, years) = match (self.ever_negative, self.durable) {
            (false, _) => (PaybackStatus::Immediate, Some(0.0)),
            (true, Some(years)) => (PaybackStatus::PaidBack, Some(years)),
            (true, None) => (PaybackStatus::Never, None),
        };
        Payback { status, years, first_crossing: if self.ever_negative { self.first_crossing } else { Some(0.0) } }
    }
}

impl Payback {
    /// From the running balance at closing and at the end of every year.
    pub(super) fn of_balance(balance: impl Iterator<Item = f64>) -> Self {
        let mut recovery = Recovery::default();
        balance.for_each(|now| recovery.add(now));
        recovery.payback()
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Payback,
        PaybackStatus::{Immediate, Never, PaidBack},
    };

    #[test]
    fn payback_is_durable() {
        for (balance, status, years, first) in [
            (&[0.0, 1.0][..], Immediate, Some(0.0), Some(0.0)),
            (&[-1.0, -0.5], Never, None, None),
            (&[-2.0, -1.0, 1.0], PaidBack, Some(1.5), Some(1.5)),
            (&[-2.0, -1.0, 0.0, 3.0], PaidBack, Some(2.0), Some(2.0)),
            (&[-1.0, 1.0, -1.0, 3.0], PaidBack, Some(2.25), Some(0.5)),
            (&[-1.0, 1.0, -1.0], Never, None, Some(0.5)),
            (&[1.0, -1.0, 1.0], PaidBack, Some(1.5), Some(1.5)),
        ] {
            let expected = Payback { status, years, first_crossing: first };
            assert_eq!(Payback::of_balance(balance.iter().copied()), expected, "{balance:?}");
        }
    }
}
