//! What JavaScript can call, called from a browser: every function, with what it gives and what it throws.
#![cfg(all(target_arch = "wasm32", feature = "module"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends where its ground is missing"
)]

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Error, Function, JSON, Reflect, Uint8Array};
use offtake::browser::module::{
    catalogue, decode_link, encode_link, evaluate, export_file, grid, open_file, simulate, tornado, version,
};
use offtake::catalog::{DATA_VERSION, INPUTS, defaults};
use offtake::model::{MODEL_VERSION, Outcome};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const NONE: JsValue = JsValue::UNDEFINED;

fn js(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

/// A property at the end of a path of names and positions.
fn at(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, name| Reflect::get(&value, &name.into()).unwrap())
}

fn number(value: &JsValue, path: &str) -> f64 {
    at(value, path).as_f64().unwrap_or_else(|| panic!("{path} is no number"))
}

fn text(value: &JsValue, path: &str) -> String {
    at(value, path).as_string().unwrap_or_else(|| panic!("{path} is no text"))
}

/// The keys of the faults that were thrown.
fn faults(error: &JsValue) -> Vec<String> {
    assert!(error.is_instance_of::<Error>());
    assert!(!error.unchecked_ref::<Error>().message().as_string().unwrap().is_empty());
    Array::from(&at(error, "faults")).iter().map(|fault| text(&fault, "key")).collect()
}

fn model(inputs: &offtake::model::Inputs) -> Outcome {
    offtake::model::evaluate(inputs)
}

#[wasm_bindgen_test]
fn versions_are_those_of_the_program() {
    let told = version().unwrap();
    assert_eq!((text(&told, "model"), text(&told, "data")), (MODEL_VERSION.to_owned(), DATA_VERSION.to_owned()));
    assert_eq!(text(&told, "program"), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn the_catalogue_has_every_input_as_a_plain_object() {
    let told = catalogue().unwrap();
    let inputs = Array::from(&at(&told, "inputs"));
    assert_eq!(inputs.length() as usize, INPUTS.len());
    let margin = inputs.iter().find(|input| text(input, "key") == "commit_margin").unwrap();
    assert_eq!((number(&margin, "default"), number(&margin, "limits.max")), (0.3, 1.0));
    let lens = inputs.iter().find(|input| text(input, "key") == "lens").unwrap();
    assert_eq!((text(&lens, "default"), text(&lens, "options.1.id")), ("margin".to_owned(), "capex".to_owned()));
    assert!(at(&lens, "limits").is_null());
    assert_eq!(Array::from(&at(&told, "scenarios")).length(), 4);
}

#[wasm_bindgen_test]
fn an_outcome_has_the_bits_of_the_model() {
    let outcome = evaluate(NONE).unwrap();
    assert_eq!(number(&outcome, "npv_b").to_bits(), model(&defaults()).npv_b.to_bits());
    assert_eq!(text(&outcome, "irr_status"), "unique");
    assert!(at(&evaluate(js(r#"{"commit_total_b": 0}"#)).unwrap(), "break_even.adoption_ceiling").is_null());
    let several = evaluate(js(r#"[{}, {"scenario": "C"}]"#)).unwrap();
    assert_eq!(text(&several, "1.irr_status"), "all_outflow");
    let rates = evaluate(js(r#"{"model": "irr", "flows": [-100, 110]}"#)).unwrap();
    assert_eq!(Array::from(&at(&rates, "irr_roots")).length(), 1);
}

#[wasm_bindgen_test]
fn faults_come_all_at_once_as_an_error() {
    let wrong = js(r#"{"commit_margin": 9, "comit_years": 10}"#);
    Reflect::set(&wrong, &"arr0_b".into(), &f64::NAN.into()).unwrap();
    let error = evaluate(wrong).unwrap_err();
    assert_eq!(faults(&error), ["commit_margin", "comit_years", "arr0_b"]);
    assert_eq!((number(&error, "faults.0.limit.max"), text(&error, "faults.0.value")), (1.0, "9".to_owned()));
    assert_eq!(text(&error, "faults.2.value"), "NaN", "what JSON cannot write is told as what it is");
    for nonsense in [js("3"), js("\"text\""), js("true")] {
        assert_eq!(faults(&evaluate(nonsense).unwrap_err()), [""]);
    }
}

#[wasm_bindgen_test]
fn analyses_ask_around_inputs() {
    let bars = tornado(js(r#"{"scenario": "B"}"#)).unwrap();
    assert!((number(&bars, "base_npv_b") + 2.308).abs() < 0.001);
    assert_eq!(text(&tornado(NONE).unwrap(), "bars.0.name"), "milestone_prob");
    let field = grid(js(r#"{"xs": [0.1, 0.3], "ys": [0.3]}"#)).unwrap();
    assert_eq!(number(&field, "npv_b.0.1").to_bits(), model(&defaults()).npv_b.to_bits());
    assert_eq!(faults(&grid(js(r#"{"x": "lens"}"#)).unwrap_err())[0], "x");
    assert_eq!(faults(&tornado(js(r#"{"model": "deal"}"#)).unwrap_err()), ["model"]);
}

#[wasm_bindgen_test]
async fn a_simulation_tells_how_far_it_is() {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let ear = Rc::clone(&heard);
    let progress = Closure::<dyn Fn(f64, f64)>::new(move |done, draws| ear.borrow_mut().push((done, draws)));
    let told = JsFuture::from(simulate(js(r#"{"draws": 2000}"#), progress.into_js_value(), NONE)).await.unwrap();
    assert!((number(&told, "npv_p50_b") + 2.32).abs() < 0.005);
    assert_eq!(heard.borrow().last(), Some(&(2000.0, 2000.0)));
}

#[wasm_bindgen_test]
async fn a_simulation_is_called_off_by_its_signal() {
    let stop = js(r#"{"aborted": false, "reason": "enough"}"#);
    let signal = stop.clone();
    let progress = Closure::<dyn Fn()>::new(move || {
        let _ = Reflect::set(&stop, &"aborted".into(), &true.into());
    });
    let ended = JsFuture::from(simulate(js(r#"{"draws": 1000000}"#), progress.into_js_value(), signal)).await;
    assert_eq!(ended.unwrap_err().as_string().as_deref(), Some("enough"));
    let calls = Rc::new(std::cell::Cell::new(0));
    let counted = Rc::clone(&calls);
    let failing = Closure::<dyn Fn() -> Result<(), JsValue>>::new(move || {
        counted.set(counted.get() + 1);
        Err("mine".into())
    });
    let ended = JsFuture::from(simulate(js(r#"{"draws": 2000}"#), failing.into_js_value(), NONE)).await;
    assert_eq!(ended.unwrap_err().as_string().as_deref(), Some("mine"));
    // Work that went on would have its turns meanwhile.
    JsFuture::from(simulate(js(r#"{"draws": 5000}"#), NONE, NONE)).await.unwrap();
    assert_eq!(calls.get(), 1);
    let refused = JsFuture::from(simulate(js(r#"{"draws": 0}"#), NONE, NONE)).await.unwrap_err();
    assert_eq!(faults(&refused), ["draws"]);
}

#[wasm_bindgen_test]
fn links_hold_a_state_and_say_what_they_do_not_understand() {
    let query = encode_link(js(r#"{"scenario": "B", "inputs": {"commit_margin": 0.36}, "stake": "at_cost"}"#)).unwrap();
    assert_eq!(query, "m=1.0&d=2026-05&s=B&margin=0.36&stake=at_cost");
    let told = decode_link(format!("https://example.org/?{query}&nonsense=1#part").into()).unwrap();
    assert_eq!(
        (number(&told, "state.inputs.commit_margin"), text(&told, "ignored.0.key")),
        (0.36, "nonsense".to_owned())
    );
    assert_eq!(encode_link(at(&told, "state")).unwrap(), query);
    assert_eq!(faults(&encode_link(js(r#"{"stake": "none"}"#)).unwrap_err()), ["stake"]);
}

/// One more than what JavaScript calls safe, and exactly what it says.
#[wasm_bindgen_test]
fn the_largest_seed_is_a_number() {
    let told = decode_link("seed=9007199254740992".into()).unwrap();
    assert_eq!(number(&told, "state.simulation.seed").to_bits(), 9_007_199_254_740_992_f64.to_bits());
}

#[wasm_bindgen_test]
fn a_file_is_made_and_opened_again() {
    let query = "m=1.0&d=2026-05&s=B&margin=0.36";
    let page = js(r#"{"page": "https://example.org/offtake/"}"#);
    let file = export_file("json".into(), query.into(), page).unwrap();
    assert_eq!((text(&file, "name"), text(&file, "type")), ("offtake.json".to_owned(), "application/json".to_owned()));
    let words = String::from_utf8(at(&file, "bytes").unchecked_into::<Uint8Array>().to_vec()).unwrap();
    assert!(words.contains(&format!("https://example.org/offtake/?{query}")));
    assert_eq!(open_file(words.into()).unwrap(), query);
    let margin = r#"{"inputs": {"commit_margin": 9}}"#;
    assert_eq!(faults(&open_file(margin.into()).unwrap_err()), ["inputs.commit_margin"]);
    assert_eq!(faults(&open_file("no JSON".into()).unwrap_err()), [""]);
    assert_eq!(faults(&export_file("pdf".into(), NONE, NONE).unwrap_err()), ["kind"]);
    let few = js(r#"{"draws": -1}"#);
    assert_eq!(faults(&export_file("simulation.csv".into(), NONE, few).unwrap_err()), ["draws"]);
}

/// A file says nothing of what was left out, so a link that is not understood makes none.
#[wasm_bindgen_test]
fn a_file_is_made_of_a_whole_link_only() {
    let made = |link: &str| export_file("inputs.csv".into(), link.into(), NONE);
    assert_eq!(faults(&made("margn=0.5&s=Z").unwrap_err()), ["s", "margn"]);
    assert_eq!(faults(&made("https://example.org/?d=1999-01").unwrap_err()), ["d"]);
    assert!(made("https://example.org/?s=B&utm_source=letter#part").is_ok(), "what mailers append is no fault");
    assert_eq!(faults(&export_file("cash.csv".into(), "side=lab".into(), NONE).unwrap_err()), ["kind"]);
}

/// Every argument of every function, with what is neither a plain object nor a text, or throws where it is looked into.
#[wasm_bindgen_test]
async fn arguments_of_other_types_are_faults() {
    let made = |code: &str| Function::new_no_args(code).call0(&NONE).unwrap();
    let wrong = || {
        [
            "return 5",
            "return NaN",
            "return true",
            "return [5]",
            "return () => 1",
            "return 1n",
            "return Symbol('mine')",
            "const it = {}; it.inputs = it; return it",
            "return new Map([['tax_rate', 0.3]])",
            "return Promise.resolve({})",
            "return { get inputs() { throw new Error('mine') } }",
            "return { toJSON() { throw undefined } }",
            "const no = () => { throw new Error('mine') }; return new Proxy({}, { get: no, ownKeys: no, getPrototypeOf: no })",
            "const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy",
        ]
        .map(|code| (code, made(code)))
    };
    for (code, value) in wrong() {
        let it = || value.clone();
        let of_objects = [evaluate(it()), tornado(it()), grid(it()), encode_link(it()).map(JsValue::from)];
        let of_texts = [decode_link(it()), open_file(it()).map(JsValue::from), export_file(it(), NONE, NONE)];
        let of_files = [export_file("xlsx".into(), it(), NONE), export_file("xlsx".into(), NONE, it())];
        for answer in of_objects.into_iter().chain(of_texts).chain(of_files) {
            assert_eq!(faults(&answer.unwrap_err()).len(), 1, "{code}");
        }
        let mut jobs = vec![simulate(it(), NONE, NONE), simulate(NONE, NONE, it())];
        jobs.extend((!value.is_function()).then(|| simulate(NONE, it(), NONE)));
        for job in jobs {
            assert_eq!(faults(&JsFuture::from(job).await.unwrap_err()).len(), 1, "{code}");
        }
    }
    for absent in [NONE, JsValue::NULL] {
        assert_eq!(faults(&decode_link(absent.clone()).unwrap_err()), ["link"]);
        assert_eq!(faults(&open_file(absent.clone()).unwrap_err()), ["text"]);
        assert_eq!(faults(&export_file(absent, NONE, NONE).unwrap_err()), ["kind"]);
    }
    assert_eq!(number(&evaluate(NONE).unwrap(), "npv_b").to_bits(), model(&defaults()).npv_b.to_bits());
}

#[wasm_bindgen_test]
fn what_json_would_leave_out_is_told() {
    let inputs = "return { commit_margin: () => 0.3, arr0_b: 47n, lens: Symbol('capex'), tax_rate: -Infinity }";
    let error = evaluate(Function::new_no_args(inputs).call0(&NONE).unwrap()).unwrap_err();
    assert_eq!(faults(&error), ["commit_margin", "arr0_b", "lens", "tax_rate"]);
    let told = |at: usize| text(&error, &format!("faults.{at}.value"));
    assert_eq!([0, 1, 2, 3].map(told), ["a function", "a BigInt", "a symbol", "-Infinity"]);
}
