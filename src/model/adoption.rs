//! How many of the cloud's customers adopt the lab's models.
#![allow(clippy::inline_always, reason = "the innermost loop, in a build that is small before it is fast")]

use super::{AdoptionModel, Inputs, smaller};

/// Walks through the adoption curve, as a share of all customers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Adoption {
    today: f64,
    curve: Curve,
}

#[derive(Clone, Copy, Debug)]
enum Curve {
    /// Stays where it is.
    Constant,
    /// `ceiling * (1 - p c e) / (1 + q c e)` with `e` falling by `factor` a year. Bass diffusion in the form that stays
    /// defined without innovators (p = 0), where it is the logistic curve with speed q.
    Diffusion { ceiling: f64, innovation: f64, imitation: f64, e: f64, factor: f64 },
    /// Straight line to the ceiling, `per_year` a year.
    Linear { ceiling: f64, per_year: f64, reached: f64 },
}

impl Adoption {
    /// The curve of the inputs.
    pub fn new(inputs: &Inputs) -> Self {
        Self::with_ceiling(inputs, inputs.adoption_ceiling)
    }

    /// The curve with another ceiling.
    pub fn with_ceiling(inputs: &Inputs, ceiling: f64) -> Self {
        let today = Self::today(inputs);
        let curve = if ceiling <= today { Curve::Constant } else { Curve::new(inputs, today, ceiling) };
        Self { today, curve }
    }

    /// Share of customers that have adopted at closing.
    pub fn today(inputs: &Inputs) -> f64 {
        inputs.adopters0 / inputs.aws_customers
    }

    /// Adoption at closing, on the curve.
    pub fn at_closing(&self) -> f64 {
        self.today
    }

    /// Adoption at the end of the next year.
    #[inline(always)]
    pub fn next_year(&mut self) -> f64 {
        match &mut self.curve {
            Curve::Constant => self.today,
            Curve::Diffusion { ceiling, innovation, imitation, e, factor } => {
                *e *= *factor;
                *ceiling * (1.0 - *innovation * *e) / (1.0 + *imitation * *e)
            }
            Curve::Linear { ceiling, per_year, reached } => {
                *reached += *per_year;
                smaller(*reached, *ceiling)
            }
        }
    }
}

impl Curve {
    fn new(inputs: &Inputs, today: f64, ceiling: f64) -> Self {
        match inputs.adoption_model {
            AdoptionModel::None => Self::Constant,
            AdoptionModel::Logistic => Self::diffusion(0.0, inputs.adoption_speed, today, ceiling),
            AdoptionModel::Bass => Self::diffusion(inputs.bass_p, inputs.bass_q, today, ceiling),
            AdoptionModel::Linear => {
                let per_year = (ceiling - today) / f64::from(inputs.linear_years);
                Self::Linear { ceiling, per_year, reached: today }
            }
        }
    }

    /// Bass diffusion with `innovation` p and `imitation` q, from `today` to `ceiling`.
    /// Without innovators and without a first adopter nobody ever starts.
    fn diffusion(innovation: f64, imitation: f64, today: f64, ceiling: f64) -> Self {
        let started = today / ceiling;
        let pressure = innovation + imitation * started;
        if pressure <= 0.0 {
            return Self::Constant;
        }
        let e = (1.0 - started) / pressure;
        Self::Diffusion { ceiling, innovation, imitation, e, factor: libm::exp(-(innovation + imitation)) }
    }
}
