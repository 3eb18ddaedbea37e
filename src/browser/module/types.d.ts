// Made by tests/types.rs from the types and the catalogue; changes by hand are lost.

/** Every input of a deal, by its key. Money in billions of US dollars, rates and shares as decimals. */
export interface Inputs {
  /** Money that the investor pays at closing. Unit: $B; 0 to 100000. Default: 5. */
  immediate_b: number
  /** The ceiling of the money that is paid only as milestones are met. Unit: $B; 0 to 100000. Default: 20. */
  contingent_b: number
  /** The part of the contingent money that is expected to be paid in the end. Unit: decimal; 0 to 1. Default: 1. */
  milestone_prob: number
  /** The deal year at whose end the first contingent part is paid. Unit: years; whole, 1 to 50. Default: 1. */
  milestone_start_year: number
  /** The equal yearly parts in which the contingent money is paid. Unit: count; whole, 1 to 50. Default: 4. */
  milestone_count: number
  /** Money invested before this deal. Unit: $B; 0 to 100000. Default: 8. */
  prior_invest_b: number
  /** Whether the earlier money, and the shares it bought, belong to this calculation. Default: sunk. */
  prior_mode: "sunk" | "at_cost"
  /** What the lab has agreed to spend with the cloud over the whole term. Unit: $B; 0 to 100000. Default: 100. */
  commit_total_b: number
  /** The number of years over which the commitment is spent. Unit: years; whole, 1 to 50. Default: 10. */
  commit_years: number
  /** How the commitment is spread over its years. Default: flat. */
  commit_shape: "flat" | "ramp" | "back_loaded" | "growth_linked"
  /** How many times the last year's part is larger than the first year's, in the ramp shape. Unit: multiple; 0 to 1000. Default: 5. */
  ramp_ratio: number
  /** How fast the yearly part grows, in the back-loaded shape. Unit: decimal a year; -0.95 to 10. Default: 0.25. */
  backload_growth: number
  /** What the lab uses, as a share of what it committed to. Unit: decimal; 0 to 10. Default: 1. */
  fulfilment: number
  /** The share of unused commitment that the cloud can collect anyway. Unit: decimal; 0 to 1. Default: 0.5. */
  take_or_pay: number
  /** The share of unused capacity that cannot be sold to somebody else. Unit: decimal; 0 to 1. Default: 0.5. */
  stranded_share: number
  /** The part of the lab's usage that would not have come to this cloud anyway. Unit: decimal; 0 to 1. Default: 1. */
  commit_incremental: number
  /** The largest part of its yearly revenue that the lab can spend on this commitment. Unit: decimal; 0 to 10. Default: 1. */
  afford_cap: number
  /** The probability, each year, that the lab stops paying for good. Unit: decimal a year; 0 to 1. Default: 0. */
  default_hazard: number
  /** The lab's annualised run-rate at closing; not the revenue of a year. Unit: $B; 0.001 to 100000. Default: 30. */
  arr0_b: number
  /** Growth of the lab's run-rate in the first deal year. Unit: decimal a year; -0.95 to 10. Default: 0.6. */
  arr_g1: number
  /** The yearly growth towards which the lab's run-rate settles. Unit: decimal a year; -0.95 to 10. Default: 0.05. */
  arr_g_lt: number
  /** How much of the growth above the long run is left a year later; 1 keeps it for ever. Unit: number; 0 to 1. Default: 0.6. */
  arr_g_decay: number
  /** Whether machines are a cost inside the operating margin, or money spent when they are bought. Default: margin. */
  lens: "margin" | "capex"
  /** Operating profit for each dollar of commitment usage, after depreciation and before tax. Unit: decimal; -1 to 1. Default: 0.3. */
  commit_margin: number
  /** Revenue for each gigawatt in use over a year. Unit: $B per GW-year; 0.01 to 1000. Default: 8. */
  price_b_per_gw_yr: number
  /** Cost of a data centre with general-purpose accelerators, servers included, for each gigawatt. Unit: $B per GW; 0 to 10000. Default: 38. */
  capex_b_per_gw: number
  /** How much less capacity costs with the cloud's own chips. Unit: decimal; -1 to 1. Default: 0.19. */
  silicon_saving: number
  /** The part of the capital cost that is servers and network; the rest is buildings and power. Unit: decimal; 0 to 1. Default: 0.58. */
  it_share: number
  /** The years over which servers are written off, and after which they are replaced. Unit: years; whole, 1 to 50. Default: 5. */
  it_life: number
  /** The years over which buildings and power supply are written off. Unit: years; whole, 1 to 50. Default: 14. */
  fac_life: number
  /** Power, people and upkeep for each gigawatt in use over a year. Unit: $B per GW-year; 0 to 1000. Default: 0.9. */
  opex_b_per_gw_yr: number
  /** The most capacity that the deal speaks of; 0 means not stated. Unit: GW; 0 to 10000. Default: 5. */
  gw_headline: number
  /** What machines fetch at the horizon, as a share of their book value. Unit: decimal; 0 to 2. Default: 0.5. */
  residual_pct: number
  /** Customers of the investor's cloud, all of whom could adopt the lab's models. Unit: count; 1 to 1000000000. Default: 1000000. */
  aws_customers: number
  /** Customers who already use the lab's models on that cloud. Unit: count; 1 to 1000000000. Default: 100000. */
  adopters0: number
  /** The curve on which adoption moves from today's share to its final share. Default: logistic. */
  adoption_model: "logistic" | "bass" | "linear" | "none"
  /** The share of the cloud's customers who use the lab's models in the end. Unit: decimal; 0 to 1. Default: 0.3. */
  adoption_ceiling: number
  /** The rate at which adoption would spread at first, if nothing held it back. Unit: decimal a year; 0 to 10. Default: 0.45. */
  adoption_speed: number
  /** How readily customers adopt on their own, in the Bass curve. Unit: number; 0 to 1. Default: 0.03. */
  bass_p: number
  /** How strongly adopters draw in others, in the Bass curve. Unit: number; 0 to 5. Default: 0.38. */
  bass_q: number
  /** The years that adoption takes to reach its final share on a straight line. Unit: years; whole, 1 to 50. Default: 10. */
  linear_years: number
  /** What a new adopter pays the cloud in a year, before what the cloud pays the lab on resale. Unit: $ thousand; 0 to 1000000. Default: 55. */
  rev_per_adopter_k: number
  /** How fast the yearly revenue of an adopter grows. Unit: decimal a year; -0.95 to 10. Default: 0.1. */
  rpa_growth: number
  /** The part of new adopters' revenue that the cloud would not have had otherwise. Unit: decimal; 0 to 1. Default: 0.4. */
  incr_share: number
  /** The part of that revenue that is already inside the lab's own commitment. Unit: decimal; 0 to 1. Default: 0.25. */
  overlap: number
  /** Operating profit for each dollar of incremental enterprise revenue, before tax. Unit: decimal; -1 to 1. Default: 0.35. */
  ent_margin: number
  /** Revenue of the whole cloud in the latest quarter, times four; used only to show shares of it. Unit: $B; 0.001 to 100000. Default: 150.4. */
  aws_rev0_b: number
  /** Yearly growth of the revenue of the whole cloud; used only to show shares of it. Unit: decimal a year; -0.95 to 10. Default: 0.15. */
  aws_growth: number
  /** What the whole lab is worth just after the first tranche. Unit: $B; 0.1 to 100000. Default: 380. */
  entry_valuation_b: number
  /** The valuation at which later tranches buy shares. Default: market. */
  tranche_pricing: "market" | "entry"
  /** The deal year at whose end the shares are valued. Unit: years; whole, 1 to 50. Default: 10. */
  exit_year: number
  /** The lab's value at exit, divided by its run-rate then. Unit: multiple; 0.01 to 1000. Default: 6. */
  exit_multiple: number
  /** The part of its stake that the investor loses each year to new shares. Unit: decimal a year; 0 to 0.99. Default: 0.05. */
  dilution: number
  /** The discount for shares that are hard to sell and carry no vote. Unit: decimal; 0 to 1. Default: 0.25. */
  equity_haircut: number
  /** The share of the lab that the earlier investment bought; used only when that is counted at cost. Unit: decimal; 0 to 1. Default: 0.17. */
  prior_stake: number
  /** The yearly return that the investor requires: its weighted average cost of capital. Unit: decimal; 0 to 1. Default: 0.095. */
  discount_rate: number
  /** Tax on each further dollar of profit; losses shelter other profit at the same rate. Unit: decimal; 0 to 0.9. Default: 0.21. */
  tax_rate: number
  /** The number of deal years that are counted; later flows are dropped. Unit: years; whole, 1 to 50. Default: 10. */
  horizon_years: number
  /** When the operating flows of a year arrive. Default: end. */
  timing: "end" | "mid"
  /** Interest on the money still out, for a memo line outside the net present value. Unit: decimal; 0 to 1. Default: 0.05. */
  financing_rate: number
}

/** Every input of the lab's burden, by its key; its growth is that of the deal. */
export interface LabInputs {
  /** The lab's annualised run-rate at closing; not the revenue of a year. Unit: $B; 0.001 to 100000. Default: 30. */
  arr0_b: number
  /** Growth of the lab's run-rate in the first deal year. Unit: decimal a year; -0.95 to 10. Default: 0.6. */
  arr_g1: number
  /** The yearly growth towards which the lab's run-rate settles. Unit: decimal a year; -0.95 to 10. Default: 0.05. */
  arr_g_lt: number
  /** How much of the growth above the long run is left a year later; 1 keeps it for ever. Unit: number; 0 to 1. Default: 0.6. */
  arr_g_decay: number
  /** What is left of the lab's revenue after the cost of serving it. Unit: decimal; -1 to 1. Default: 0.4. */
  lab_gross_margin: number
  /** The new money that could pay for the first obligation. Unit: $B; 0 to 100000. Default: 25. */
  funding_b: number
  /** The number of deal years over which revenue and obligations are compared. Unit: years; whole, 1 to 50. Default: 10. */
  years: number
  /** One to six of them. */
  obligations: Obligation[]
}

/** Every input of a buyer's own commitment, by its key. Money in millions of US dollars. */
export interface BuyerInputs {
  /** What the buyer agrees to spend with the cloud in the first year of the contract. Unit: $M; 0 to 1000000. Default: 45. */
  commit_m: number
  /** How much more the buyer commits to in each further year. Unit: decimal a year; -0.95 to 10. Default: 0.1. */
  commit_step: number
  /** For how many years the buyer commits. Unit: years; whole, 1 to 50. Default: 3. */
  term_years: number
  /** What the cloud takes off the list price in return for the commitment. Unit: decimal; 0 to 1. Default: 0.09. */
  discount: number
  /** The share of unused commitment that the cloud bills anyway. Unit: decimal; 0 to 1. Default: 1. */
  shortfall_rate: number
  /** The share of falling market prices that the contract passes on to the buyer. Unit: decimal; 0 to 1. Default: 0. */
  price_match: number
  /** The last year in which price cuts are still passed on; 0 means that there is no such limit. Unit: years; whole, 0 to 50. Default: 0. */
  lock_in_after_year: number
  /** What the buyer would use of cloud and AI in year 1, at the list price of today. Unit: $M; 0 to 1000000. Default: 50. */
  demand_m: number
  /** How fast the buyer's demand grows. Unit: decimal a year; -0.95 to 10. Default: 0.15. */
  demand_growth: number
  /** The share of the forecast demand that is really used, in every year. Unit: decimal; 0 to 10. Default: 1. */
  usage_realised: number
  /** How much the market price of the same use falls each year. Unit: decimal a year; -1 to 1. Default: 0.05. */
  price_drift: number
  /** The buyer's own yearly revenue, to say how large the commitment is. Unit: $M; 0 to 10000000. Default: 5000. */
  revenue_m: number
  /** The yearly return that the buyer requires. Unit: decimal; 0 to 1. Default: 0.09. */
  buyer_discount_rate: number
  /** The yearly cost of the workload to which the claimed saving applies; never the whole spending. Unit: $M; 0 to 1000000. Default: 5. */
  saving_base_m: number
  /** The saving of infrastructure cost that a vendor's case study claims. Unit: decimal; 0 to 1. Default: 0.55. */
  saving_pct: number
  /** The share of the claimed saving that the buyer really gets. Unit: decimal; 0 to 1. Default: 0.5. */
  saving_realised: number
  /** How likely it is that the buyer moves to another platform in the year below. Unit: decimal; 0 to 1. Default: 0.25. */
  switch_prob: number
  /** The year of the contract in which the buyer would move; beyond the term it costs nothing. Unit: years; whole, 0 to 50. Default: 3. */
  switch_year: number
  /** The work of moving to another platform. Unit: $M; 0 to 1000000. Default: 2. */
  switch_cost_m: number
  /** For how long both platforms run, and are paid, during a move. Unit: months; 0 to 600. Default: 4. */
  dual_run_months: number
}

/** A set of inputs that the page knows by name. */
export type Scenario = "base" | "A" | "B" | "C"

/** Another deal. */
export type Preset = "amazon_anthropic" | "amazon_openai" | "microsoft_openai" | "google_anthropic" | "microsoft_anthropic"

/** Ends and spreads of distributions; what is absent stays as it is. */
export interface Uncertainty {
  arr_g1?: { low?: number, high?: number }
  adoption_ceiling?: { low?: number, high?: number }
  rev_per_adopter_k?: { sigma?: number }
  incr_share?: { low?: number, high?: number }
  commit_margin?: { low?: number, high?: number }
  ent_margin?: { low?: number, high?: number }
  fulfilment?: { low?: number, high?: number }
  milestone_prob?: { low?: number, high?: number }
  exit_multiple?: { sigma?: number }
  commit_incremental?: { low?: number, high?: number }
  default_hazard?: { low?: number, high?: number }
}

/** A file of a state. */
export type FileKind = "xlsx" | "json" | "inputs.csv" | "years.csv" | "cash.csv" | "share.csv" | "bridge.csv" | "ladder.csv" | "grid.csv" | "tornado.csv" | "simulation.csv" | "gigawatts.csv" | "deals.csv" | "obligations.csv" | "burden.csv" | "contract.csv" | "usage.csv" | "exposure.csv"

/** What the shares count for. */
export type Stake = "left_out" | "at_cost" | "modelled_exit"

/** Inputs of a deal. An explicit input overrides the scenario, the scenario the preset, the preset the defaults. */
export interface DealRequest extends Partial<Inputs> {
  model?: "deal"
  scenario?: Scenario
  preset?: Preset
}

/** Yearly flows, the first at closing: 1 to 51 of them. */
export interface IrrRequest {
  model: "irr"
  flows: number[]
  discount_rate?: number
}

/** A cloud commitment of the lab: the same sum every year, from a year on. */
export interface Obligation {
  name: string
  total_b: number
  start_year: number
  years: number
}

/** The lab's burden. */
export interface LabRequest extends Partial<LabInputs> {
  model: "lab"
}

/** A buyer's own commitment. */
export interface BuyerRequest extends Partial<BuyerInputs> {
  model: "buyer"
}

/** Whose question is asked. */
export type Side = "investor" | "lab" | "buyer"

/** The inputs of a deal around which an analysis asks. */
export interface AroundInputs {
  side?: "investor"
  inputs?: DealRequest
  scenario?: Scenario
  preset?: Preset
}

/** The inputs of the lab around which an analysis asks. */
export interface AroundLab {
  side: "lab"
  inputs?: Partial<LabInputs>
}

/** The inputs of a buyer around which an analysis asks. */
export interface AroundBuyer {
  side: "buyer"
  inputs?: Partial<BuyerInputs>
}

/** One input of a deal at its two ends; the first is the worse one. */
export interface Bar {
  name: string
  low_input: number
  high_input: number
  npv_low_b: number
  npv_high_b: number
  swing_b: number
}

/** How far each input alone moves the NPV, $B, the largest swing first. */
export interface Tornado {
  base_npv_b: number
  bars: Bar[]
}

/** How far each input alone moves the lab's headroom, $B: the smallest gross profit less obligations of a year. */
export interface LabTornado {
  base_headroom_b: number
  bars: {
    name: string
    low_input: number
    high_input: number
    headroom_low_b: number
    headroom_high_b: number
    swing_b: number
  }[]
}

/** How far each input alone moves the NPV of the buyer's commitment, $M. */
export interface BuyerTornado {
  base_npv_m: number
  bars: {
    name: string
    low_input: number
    high_input: number
    npv_low_m: number
    npv_high_m: number
    swing_m: number
  }[]
}

/** Two inputs that take numbers, and their values. */
export interface Axes<Key> {
  x?: Key
  y?: Key
  xs?: number[]
  ys?: number[]
}

/** `commit_margin` by `adoption_ceiling` unless others are named. */
export type GridOptions = AroundInputs & Axes<keyof Inputs>

/** What is looked at over two inputs. */
export interface Plane {
  x: string
  y: string
  xs: number[]
  ys: number[]
}

/** The NPV at every pair of values, $B. */
export interface Grid extends Plane {
  npv_b: number[][]
}

/** The lab's headroom at every pair of values, $B. */
export interface LabGrid extends Plane {
  headroom_b: number[][]
}

/** The NPV of the buyer's commitment at every pair of values, $M. */
export interface BuyerGrid extends Plane {
  npv_m: number[][]
}

/** How often to draw, from where, and around what. */
export interface SimulationOptions extends AroundInputs {
  /** 1 to 1,000,000; 10,000 unless another number is asked for. */
  draws?: number
  seed?: number
  /** Years within which the money should be back. */
  payback_within?: number
  uncertainty?: Uncertainty
}

/** A case of a state, as far as it differs from the default one. */
export interface PartialCase {
  /** The deal that the inputs start from. */
  deal?: Preset | "own"
  /** What an own deal is called: 1 to 24 characters, without asterisks. */
  deal_name?: string | null
  /** Whether the public completion of deals is accepted, where the articles do not tell them whole. */
  accepted?: boolean
  scenario?: Scenario
  inputs?: Partial<Inputs>
  lab?: Partial<LabInputs>
  buyer?: Partial<BuyerInputs>
  /** The part of the new money that is paid at once, where the inputs do not show it. */
  split?: number
  stake?: Stake
}

/** A state, as far as it differs from that of the default case. */
export interface PartialState extends PartialCase {
  model_version?: string
  data_version?: string
  side?: Side
  simulation?: { seed?: number, payback_within?: number, uncertainty?: Uncertainty }
  weights?: Record<"A" | "B" | "C", number>
  grid?: { measure?: string, x?: string, y?: string }
  pins?: (PartialCase & { name: string })[]
  against?: number
  theme?: "light" | "dark" | null
}

/** What stands around an exported file. */
export interface ExportOptions {
  /** The address of the page, for the way back to it that the file holds. */
  page?: string
  /** How many futures the file of the simulation draws. */
  draws?: number
}

/** A file. */
export interface ExportedFile {
  name: string
  /** Its media type. */
  type: string
  bytes: Uint8Array
}

/** What is thrown for arguments that are not understood. */
export interface FaultError extends Error {
  /** One for each thing that is wrong; all are found at once. */
  faults: Fault[]
}

/** Everything that the model knows about a deal; the default deal without inputs. */
export function evaluate(inputs?: DealRequest): Outcome
/** What the lab owes its clouds, against what it earns. */
export function evaluate(request: LabRequest): LabOutcome
/** What a buyer's own commitment is worth. */
export function evaluate(request: BuyerRequest): BuyerOutcome
/** Which rates solve a series of yearly flows. */
export function evaluate(request: IrrRequest): IrrAnswer
/** The outcome of each deal, in the order of the requests. */
export function evaluate(requests: DealRequest[]): Outcome[]

/** How far each input alone moves what a side wants, the largest swing first. */
export function tornado(options?: AroundInputs): Tornado
export function tornado(options: AroundLab): LabTornado
export function tornado(options: AroundBuyer): BuyerTornado

/** What a side wants over two inputs, one row for each value of `y`. */
export function grid(options?: GridOptions): Grid
export function grid(options: AroundLab & Axes<keyof LabInputs | keyof Inputs>): LabGrid
export function grid(options: AroundBuyer & Axes<keyof BuyerInputs>): BuyerGrid

/** What kind of answer the break-even adoption is. */
export type AdoptionStatus = "ok" | "already_positive" | "unreachable" | "not_applicable"

/** The commitment's weight in the cloud's revenue. */
export type AwsShare = {
  commit_year1_over_runrate: number
  path: Array<number>
}

/** What it takes to bring the NPV to zero. */
export type BreakEven = {
  commit_margin: number | null
  commit_margin_status: MarginStatus
  adoption_ceiling: number | null
  adoption_status: AdoptionStatus
  npv_without_enterprise: number
  required_uplift_b_per_yr: number | null
  required_uplift_share_of_aws: number | null
}

/** Everything that the model knows about the buyer's commitment. */
export type BuyerOutcome = {
  commit_share_of_revenue: number | null
  commit_share_of_demand: number | null
  total_commit_m: number
  pv_commit_benefit_m: number
  pv_infra_saving_m: number
  expected_switching_m: number
  /** What leaving in the year of the switch costs, with the commitment that is then still owed; nothing without a switch inside the term. */
  exit_exposure_m: number | null
  npv_m: number
  total_shortfall_m: number
  /** The usage at which the commitment alone is worth nothing more and nothing less; nothing when it is never worse than paying as one goes, or never better. */
  break_even_usage: number | null
  /** The usage from which year 1 has no shortfall. */
  full_discount_usage: number | null
  /** One row for each year of the term. */
  rows: Array<BuyerYear>
}

/** One year of the contract, in millions of US dollars. */
export type BuyerYear = {
  year: number
  /** Demand at the list price of today. */
  demand_list: number
  /** What it would cost without a contract. */
  payg: number
  contract_spend: number
  commit: number
  /** What is paid for usage that never came. */
  shortfall: number
  contract_cost: number
  benefit: number
  infra_saving: number
}

/** Everything that the catalogue knows. */
export type Catalogue = {
  model_version: string
  data_version: string
  /** The inputs of a deal, in the order of the page. */
  inputs: Array<InputDescription>
  /** The inputs of the lab's burden; its obligations are a list beside them. */
  lab_inputs: Array<InputDescription>
  /** The inputs of a buyer's own commitment. */
  buyer_inputs: Array<InputDescription>
  scenarios: Array<NamedInputs>
  presets: Array<NamedInputs>
  facts: Array<FactRow>
  public_points: Array<PublicRow>
  contradictions: Array<ContradictionRow>
  sources: Array<SourceRow>
}

/** The commitment's weight in the lab's revenue. */
export type CommitShare = {
  per_year_b: number
  /** Average year over the run-rate at closing. */
  headline: number
  /** Year by year over that year's revenue, for the whole term. */
  path: Array<number>
  first_year: number
  last_year: number
  cumulative: number
}

export type ContradictionRow = {
  id: string
  question: string
  /** What the sources say. */
  readings: string
  /** What this product does. */
  shown_as: string
}

/** A link that was read, and what was left out of it. */
export type DecodedLink = {
  /** The state. */
  state: State
  /** Fields that were not understood: their places hold what the page has without the link. */
  ignored: Array<Fault>
}

/** The shares bought, at the modelled exit. */
export type Equity = {
  exit_year: number
  exit_valuation_b: number
  stake_at_exit: number
  cost_b: number
  proceeds_gross_b: number
  tax_b: number
  proceeds_net_b: number
  inside_horizon: boolean
  npv_b: number
}

export type FactRow = {
  id: string
  text: string
  value: string
  /** The date that it holds for; empty when none is given. */
  as_of: string
  /** The id of its source. */
  source: string
}

/** A fault as a plain value, for scripts. */
export type Fault = {
  /** The position of the request in an array, from 0; null for a single one. */
  index: number | null
  /** The key, with the way to it: `inputs.commit_margin`; empty when the fault is not at one. */
  key: string
  /** The value as written, shortened; empty when there is none. */
  value: string
  /** What may stand there: the ends of a range, or names; null where that is no list. */
  limit: FaultLimit | null
  /** All of it in a sentence. */
  message: string
}

/** What may stand in a place. */
export type FaultLimit = {
  min: number
  max: number
} | Array<string>

/** The deal per unit of capacity. */
export type Gigawatts = {
  invest_b_per_gw: number | null
  commit_b_per_gw: number | null
  commit_b_per_gw_year: number | null
  gw_years_bought_at_price: number
  average_gw_at_price: number
  peak_gw_at_price: number
  headline_capex_b: number
  unit_operating_margin: number
  unit_economic_margin: number
}

export type GridState = {
  /** What is measured. */
  measure: string
  /** The input across, or `investment` for both tranches together. */
  x: string
  /** The input upwards. */
  y: string
}

/** One input. */
export type InputDescription = {
  /** Its key. */
  key: keyof Inputs | keyof LabInputs | keyof BuyerInputs
  /** Its key in links. */
  link_key: string
  label: string
  /** What it means, in a sentence. */
  meaning: string
  group: string
  /** How a value is measured; rates and shares are decimals. */
  unit: string
  kind: "number" | "whole" | "choice"
  /** The options of a choice, else nothing. */
  options: Array<OptionRow>
  /** The useful range, which a slider spans; null for a choice. */
  useful: Range | null
  /** The range that the model takes; null for a choice. */
  limits: Range | null
  /** The step of a slider; null for a choice. */
  step: number | null
  /** The value of the default case. */
  default: InputValue
  /** Where the default comes from. */
  status: "stated" | "public" | "assumption"
  /** Ids of facts, public points and contradictions. */
  sources: Array<string>
  /** Why this default. */
  note: string
  /** The date that the default holds for. */
  as_of: string
}

/** A number, or an option by its name. */
export type InputValue = number | string

/** What solves the flows. */
export type IrrAnswer = {
  /** How many rates do. */
  irr_status: IrrStatus
  /** All of them. */
  irr_roots: Array<number>
  /** The only one. */
  irr: number | null
  /** The modified rate, up to the last flow. */
  mirr: number | null
  /** The present value at the discount rate. */
  npv: number
}

/** How many rates solve the flows. */
export type IrrStatus = "unique" | "multiple" | "none" | "all_inflow" | "all_outflow" | "no_flows"

/** Everything that the model knows about the lab's burden. */
export type LabOutcome = {
  /** A year of the first obligation over the run-rate at closing. */
  headline_share: number
  /** How many years of the first obligation the investor's money pays. */
  years_funded_by_investor: number | null
  arr_for_share: RunRateForShare
  growth: Array<number>
  /** One row for each year. */
  rows: Array<LabYearRow>
}

/** The lab's run-rate, growth and revenue. */
export type LabPath = {
  arr: Array<number>
  growth: Array<number>
  revenue: Array<number>
}

/** What the lab's side has beside the growth that it shares with the deal. */
export type LabState = {
  years: number
  lab_gross_margin: number
  funding_b: number
  obligations: Obligation[]
}

/** One year of the lab, $B. */
export type LabYearRow = {
  t: number
  arr_end: number
  revenue: number
  obligations: number
  /** All obligations of the year over its revenue. */
  share: number
  /** Gross profit over all obligations of the year; nothing in a year without any. */
  gross_profit_cover: number | null
}

/** What each dollar of new money brings back from the commitment alone. */
export type Ladder = {
  revenue_per_dollar: number | null
  operating_profit_per_dollar: number | null
  after_tax_per_dollar: number | null
  present_value_per_dollar: number | null
}

/** The same deal through both lenses, at the margin that the capex lens implies. */
export type LensCompare = {
  npv_margin_lens_at_unit_margin_b: number
  npv_capex_lens_b: number
  capital_charge_b: number
}

/** What kind of answer the break-even margin is. */
export type MarginStatus = "ok" | "already_positive_at_zero" | "impossible" | "not_applicable"

/** A scenario, or another deal: its whole set of inputs. */
export type NamedInputs = {
  id: string
  label: string
  /** What it stands for. */
  meaning: string
  inputs: Inputs
}

/** The present values that sum to the NPV, in $B. */
export type NpvParts = {
  investment: number
  commit_after_tax: number
  shortfall_after_tax: number
  stranded_after_tax: number
  enterprise_after_tax: number
  capex: number
  residual: number
}

export type OptionRow = {
  id: string
  label: string
}

/** Everything that the model knows about a deal. */
export type Outcome = {
  npv_b: number
  npv_parts_b: NpvParts
  /** The internal rate of return; only when exactly one rate solves the flows. */
  irr: number | null
  irr_status: IrrStatus
  irr_roots: Array<number>
  mirr: number | null
  moic: number | null
  invested_b: number
  net_total_b: number
  payback: Payback
  discounted_payback: Payback
  break_even: BreakEven
  ladder: Ladder
  ratios: Ratios
  commit_share: CommitShare
  aws_share: AwsShare
  subsidy: Subsidy
  gw: Gigawatts
  lens_compare: LensCompare
  peak_exposure_b: number
  peak_exposure_year: number
  equity: Equity
  npv_with_equity_b: number
  npv_stake_at_cost_b: number
  irr_with_equity: number | null
  irr_with_equity_status: IrrStatus
  moic_with_equity: number | null
  financing_carry_memo_b: number
  capex_total_b: number
  residual_net_b: number
  lab: LabPath
  warnings: Array<Warning>
  /** One row per date: 0 is closing, then every deal year of the horizon. */
  rows: Array<Row>
}

/** When the balance of all flows is back above zero for good. */
export type Payback = {
  status: PaybackStatus
  years: number | null
  /** The first time that the balance comes back to zero, even if it falls below again later. */
  first_crossing: number | null
}

/** Whether the money comes back. */
export type PaybackStatus = "immediate" | "paid_back" | "never"

export type PinnedCase = {
  /** What the reader calls it. */
  name: string
  /** The deal that the inputs start from. */
  deal: Preset | "own"
  /** What an own deal is called. */
  deal_name: string | null
  /** Whether the public completion of deals is accepted. */
  accepted: boolean
  /** The scenario on top of it. */
  scenario: Scenario
  /** Every input. */
  inputs: Inputs
  /** What the lab's side alone has. */
  lab: LabState
  /** What the buyer's side has. */
  buyer: BuyerInputs
  /** The part of the new money that is paid at once. */
  split: number
  /** What the shares count for. */
  stake: Stake
}

export type PublicRow = {
  id: string
  point: string
  value: string
  /** Where it was found. */
  place: string
}

export type Range = {
  min: number
  max: number
}

/** The commitment over several readings of "the investment". */
export type Ratios = {
  commit_over_ceiling: number | null
  commit_over_ceiling_plus_prior: number | null
  commit_over_immediate: number | null
  commit_over_expected: number | null
}

/** One date of the deal: closing (`t` = 0) or the end of a deal year. */
export type Row = {
  t: number
  invest: number
  commit: number
  usage: number
  shortfall: number
  shortfall_paid: number
  stranded: number
  commit_op: number
  new_adopters: number
  ent_rev: number
  ent_op: number
  gw: number
  gw_built: number
  capex: number
  dep: number
  opex: number
  op_cash: number
  point_cash: number
  net: number
  disc: number
  cum: number
  dcum: number
  adoption: number
  arr_end: number
  lab_revenue: number
  commit_share: number | null
}

/** The run-rate at which a year of the first obligation is a share of it, $B. */
export type RunRateForShare = {
  "0.1": number
  "0.2": number
  "0.25": number
  "0.3333333333333333": number
}

/** What the draws say. All money in $B. */
export type Simulation = {
  draws: number
  seed: number
  npv_mean_b: number
  npv_sd_b: number
  npv_standard_error_b: number
  npv_p10_b: number
  npv_p50_b: number
  npv_p90_b: number
  prob_npv_positive: number
  /** Undiscounted, durable, before equity. */
  prob_payback_within: number
  payback_within: number
  npv_equity_p10_b: number
  npv_equity_p50_b: number
  npv_equity_p90_b: number
  prob_npv_with_equity_positive: number
  /** The drawn inputs of the first futures. */
  first_draws: Record<string, number>[]
}

export type SimulationState = {
  /** Where chance starts. */
  seed: number
  /** Years within which the money should be back. */
  payback_within: number
  /** Ends and spreads that were changed. */
  uncertainty: Uncertainty
}

export type SourceRow = {
  id: string
  title: string
  publisher: string
  date: string
  url: string | null
}

/** A state, to be written as JSON. */
export type State = {
  /** Whose question is asked. */
  side: Side
  /** The formulas. */
  model_version: string
  /** The defaults and scenarios. */
  data_version: string
  simulation: SimulationState
  /** How likely each scenario is. */
  weights: Record<"A" | "B" | "C", number>
  /** What the grid shows. */
  grid: GridState
  /** Cases to compare with. */
  pins: Array<PinnedCase>
  /** Which of the pins the figures are compared with, from 1. */
  against: number
  /** The theme, where the state asks for one. */
  theme: "light" | "dark" | null
  /** The deal that the inputs start from. */
  deal: Preset | "own"
  /** What an own deal is called. */
  deal_name: string | null
  /** Whether the public completion of deals is accepted. */
  accepted: boolean
  /** The scenario on top of it. */
  scenario: Scenario
  /** Every input. */
  inputs: Inputs
  /** What the lab's side alone has. */
  lab: LabState
  /** What the buyer's side has. */
  buyer: BuyerInputs
  /** The part of the new money that is paid at once. */
  split: number
  /** What the shares count for. */
  stake: Stake
}

/** The circular part of the money. */
export type Subsidy = {
  gross_per_commit_dollar: number | null
  pv_per_pv_commit_dollar: number | null
  net_of_equity_per_pv_commit_dollar: number | null
}

/** The versions of what answers. */
export type Versions = {
  /** The program. */
  program: string
  /** The formulas. */
  model: string
  /** The defaults, scenarios and facts. */
  data: string
}

/** Something that the reader must know beside the figures. */
export type Warning = "commit_outside_horizon" | "tranche_outside_horizon" | "peak_gw_above_headline" | "equity_exit_outside_horizon"
