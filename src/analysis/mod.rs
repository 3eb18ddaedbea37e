//! Asks the model many times: what moves the answer, and how sure it is.
//!
//! Nothing here knows a clock or draws chance from outside: the caller passes seeds and budgets, and the same question
//! has the same bits natively and in every browser.
//!
//! | file | what it answers |
//! |---|---|
//! | [`outcomes`] | what follows for each side, found when it is first asked for |
//! | [`objective`] | what each side wants more of: what the next five are about |
//! | [`track`] | the objective along one input's range, and where it breaks even |
//! | [`goal_seek`] | what one input must be for a goal |
//! | [`tornado`] | how far each input alone moves the objective |
//! | [`grid`] | the objective over two inputs |
//! | [`flip`] | how far an input has to move until the sign of the objective changes |
//! | [`field`] | objective, payback or rate of return over two controls, on a fine lattice |
//! | [`clauses`] | what each clause of a buyer's contract is worth |
//! | [`compare`] | what differs between two states of the inputs, and what each difference contributes |
//! | [`deals`] | all deals beside each other, and the reader's own case |
//! | [`watch`] | the signals to watch, and how far each would have to go |
//! | [`weights`] | the scenarios' NPVs, weighted |
//! | [`monte_carlo`] | the NPV when eleven inputs move together |
//! | [`setup`] | what the reader sets for the simulation and the weights |
//! | [`random`], `normal`, `copula`, [`marginals`] | uniform numbers, normal ones, correlated ones, and the inputs' own |
//! | [`statistics`] | mean, spread and percentiles of a sample |

pub mod clauses;
pub mod compare;
mod copula;
pub mod deals;
pub mod field;
pub mod flip;
pub mod goal_seek;
pub mod grid;
pub mod marginals;
pub mod monte_carlo;
mod normal;
pub mod objective;
pub mod outcomes;
pub mod random;
pub mod setup;
pub mod statistics;
pub mod tornado;
pub mod track;
pub mod watch;
pub mod weights;
