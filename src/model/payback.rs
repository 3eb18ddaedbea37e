//! When the money is back.

use super::{Payback, PaybackStatus};

impl Payback {
    /// From the running balance at closing and at the end of every year.
    ///
    /// Durable: the time after which the balance is never below zero again, linear inside the year. The first crossing is
    /// reported beside it.
    pub(super) fn of_balance(balance: impl Iterator<Item = f64>) -> Self {
        let mut previous = 0.0;
        let mut date = 0.0;
        let mut first_crossing = None;
        let mut durable = None;
        let mut ever_negative = false;
        for now in balance {
            if now < 0.0 {
                ever_negative = true;
                durable = None;
            } else if previous < 0.0 {
                let crossing = date - 1.0 + previous / (previous - now);
                durable = Some(crossing);
                first_crossing = first_crossing.or(durable);
            }
            previous = now;
            date += 1.0;
        }
        let (status, years) = match (ever_negative, durable) {
            (false, _) => (PaybackStatus::Immediate, Some(0.0)),
            (true, Some(years)) => (PaybackStatus::PaidBack, Some(years)),
            (true, None) => (PaybackStatus::Never, None),
        };
        Self { status, years, first_crossing: if ever_negative { first_crossing } else { Some(0.0) } }
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
