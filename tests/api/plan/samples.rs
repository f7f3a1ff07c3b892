//! The plans of the sample municipalities, as the API shows them.

use serde_json::json;
use tests::api::column;
use tests::on_both;

const PLANS: &str = "query ($slug: String!) { municipality(slug: $slug) { plans { kind title endsOn mission goals {
    title(language: DANISH) why aim voices { who } total activities { title dueOn followUpOn others notes } } } } }";

on_both! {
    async fn randers_has_its_strategy_with_seven_focus_areas(api) {
        let data = api.data(PLANS, json!({ "slug": "randers" })).await;
        let plans = &data["municipality"]["plans"];
        assert_eq!(column(plans, "/kind"), ["STRATEGY", "STRATEGY"]);
        let strategy = &plans[0];
        assert_eq!((&strategy["title"], &strategy["endsOn"]), (&json!("Plan for udsatteområdet 2018–2021"), &json!("2021-12-31")));
        let areas = [
            "Hurtig og fleksibel støtte",
            "Fleksible og individuelle boligløsninger",
            "Større effekt af rusmiddelbehandlingen",
            "Tidlig indsats for unge på kanten",
            "Flere i job eller uddannelse",
            "Randers for alle",
            "Lige muligheder for sundhed",
        ];
        assert_eq!(column(&strategy["goals"], "/title"), areas);
        assert_eq!(column(&strategy["goals"][3]["voices"], "/who")[..2], ["Udsatterådet", "Mestringsvejlederne"]);
        let days = column(&strategy["goals"][1]["activities"], "/followUpOn");
        assert!(days.contains(&"2018-08-31".to_owned()), "the first evaluation: {days:?}");
    }

    async fn esbjerg_has_the_six_goals_and_what_its_source_gives(api) {
        let data = api.data(PLANS, json!({ "slug": "esbjerg" })).await;
        let [plan] = &data["municipality"]["plans"].as_array().expect("plans")[..] else { panic!("{data}") };
        assert_eq!((&plan["kind"], &plan["endsOn"]), (&json!("ACTION_PLAN"), &json!("2015-12-31")));
        let counts: Vec<i64> =
            plan["goals"].as_array().expect("goals").iter().filter_map(|goal| goal["total"].as_i64()).collect();
        assert_eq!(counts, [0, 2, 1, 2, 0, 1]);
        assert_eq!(plan["goals"][1]["activities"][1]["dueOn"], "2014-09-01");
    }
}
