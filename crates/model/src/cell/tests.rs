use super::*;

fn round_trip(shape: &Shape, json: &Json) {
    let cell = Cell::read(shape, json).unwrap_or_else(|why| panic!("{json}: {why}"));
    assert_eq!(&cell.to_json(shape), json);
}

#[test]
fn every_shape_keeps_its_json_form() {
    const COLOURS: Shape = Shape::Choice(&["red", "green"]);
    let cases = [
        (Shape::Text { long: false }, json!("珩谦电梯")),
        (COLOURS, json!("red")),
        (Shape::Flag, json!(true)),
        (Shape::List, json!(["一", "二"])),
        (
            Shape::Ref("project"),
            json!("0198c0de-0000-7000-8000-000000000001"),
        ),
        (
            Shape::Money,
            json!({"amount": "12000000.00", "currency": "CNY"}),
        ),
        (
            Shape::Money,
            json!({"amount": "50000000.00", "currency": "CNY", "mark": "range", "high": "100000000.00"}),
        ),
        (Shape::Number { decimals: 6 }, json!({"number": "7.1305"})),
        (
            Shape::Area,
            json!({"area": "126.5", "unit": "mu", "mark": "approximate"}),
        ),
        (Shape::Date, json!({"date": "2023-10"})),
        (Shape::Date, json!({"absent": "pending"})),
        (Shape::Money, Json::Null),
    ];
    for (shape, json) in cases {
        round_trip(&shape, &json);
        assert_eq!(Cell::other_form(&shape, &json), Ok(None));
    }
    let id = "0198C0DE00007000800000000000000A";
    let more = json!({"amount": "1.00", "currency": "CNY", "unit": "元"});
    for (shape, json, kept) in [
        (Shape::Code, json!("　珩谦 "), json!("珩谦")),
        (Shape::Code, json!("  "), Json::Null),
        (Shape::Code, json!("珩\u{200b}谦"), json!("珩谦")),
        (Shape::Code, json!("\u{200b}"), Json::Null),
        (Shape::List, json!(["一\u{feff}"]), json!(["一"])),
        (COLOURS, json!(""), Json::Null),
        (Shape::List, json!([" 一", ""]), json!(["一"])),
        (
            Shape::Ref("project"),
            json!(id),
            json!("0198c0de-0000-7000-8000-00000000000a"),
        ),
        (
            Shape::Money,
            more,
            json!({"amount": "1.00", "currency": "CNY"}),
        ),
        (
            Shape::Number { decimals: 6 },
            json!({"number": "7.130"}),
            json!({"number": "7.13"}),
        ),
    ] {
        assert_eq!(Cell::other_form(&shape, &json), Ok(Some(kept)));
    }
    let unknown = Cell::other_form(&COLOURS, &json!("blue"));
    assert_eq!(unknown, Err(Why::NoSuchChoice));
}

#[test]
fn refuses_what_does_not_fit() {
    let money = |json| Cell::read(&Shape::Money, &json);
    assert_eq!(money(json!(12)), Err(Why::WrongShape));
    assert_eq!(
        money(json!({"amount": "1.005", "currency": "CNY"})),
        Err(Why::NumberOutOfRange)
    );
    assert_eq!(
        money(json!({"amount": "2.00", "currency": "CNY", "mark": "range", "high": "1.00"})),
        Err(Why::RangeUpsideDown)
    );
    assert_eq!(
        Cell::read(&Shape::Choice(&["a"]), &json!("b")),
        Err(Why::NoSuchChoice)
    );
    assert_eq!(
        Cell::read(&Shape::Flag, &json!({"absent": "unknown"})),
        Err(Why::WrongShape)
    );
    assert_eq!(
        Cell::read(&Shape::Date, &json!({"date": "2023-02-30"})),
        Err(Why::NotADate)
    );
}

#[test]
fn absent_is_not_zero_and_empty_text_is_blank() {
    let pending = Cell::read(&Shape::Money, &json!({"absent": "pending"})).expect("cell");
    let zero = json!({"amount": "0.00", "currency": "CNY"});
    assert_ne!(pending, Cell::read(&Shape::Money, &zero).expect("cell"));
    let text = Shape::Text { long: false };
    assert_eq!(Cell::read(&text, &json!("  ")), Ok(Cell::Blank));
}
