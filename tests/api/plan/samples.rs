//! The plans of the sample municipalities, as the API shows them.

use serde_json::{Value, json};
use tests::api::column;
use tests::on_both;

const PLANS: &str = "query ($slug: String!) { municipality(slug: $slug) { plans { kind title endsOn mission values vision goals {
    title(language: DANISH) why aim voices { who } total activities { title dueOn followUpOn others notes } } } } }";

/// The focus areas of Randers' strategy, with how many activities and voices each has.
const AREAS: [(&str, usize, usize); 7] = [
    ("Hurtig og fleksibel støtte", 3, 0),
    ("Fleksible og individuelle boligløsninger", 8, 0),
    ("Større effekt af rusmiddelbehandlingen", 9, 1),
    ("Tidlig indsats for unge på kanten", 8, 3),
    ("Flere i job eller uddannelse", 7, 0),
    ("Randers for alle", 10, 2),
    ("Lige muligheder for sundhed", 6, 0),
];

/// The longest title that the form takes.
const TITLE: usize = 200;

on_both! {
    async fn randers_has_its_strategy_with_seven_focus_areas(api) {
        let data = api.data(PLANS, json!({ "slug": "randers" })).await;
        let plans = &data["municipality"]["plans"];
        assert_eq!(column(plans, "/kind"), ["STRATEGY", "STRATEGY"]);
        let strategy = &plans[0];
        assert_eq!((&strategy["title"], &strategy["endsOn"]), (&json!("Plan for udsatteområdet 2018–2021"), &json!("2021-12-31")));
        assert_eq!(column(&strategy["goals"], "/title"), AREAS.map(|(area, _, _)| area));
        assert_eq!(column(&strategy["goals"][3]["voices"], "/who")[..2], ["Udsatterådet", "Mestringsvejlederne"]);
        let days = column(&strategy["goals"][1]["activities"], "/followUpOn");
        assert!(days.contains(&"2018-08-31".to_owned()), "the first evaluation: {days:?}");
    }

    async fn its_strategy_says_what_for_and_each_area_what_is_done(api) {
        let data = api.data(PLANS, json!({ "slug": "randers" })).await;
        let strategy = &data["municipality"]["plans"][0];
        let says = |words: &Value, about: &str| assert!(!words.as_str().unwrap_or_default().is_empty(), "{about}");
        for words in ["mission", "values", "vision"] {
            says(&strategy[words], words);
        }
        for value in ["åbenhed", "ordentlighed", "udvikling"] {
            assert!(strategy["values"].as_str().is_some_and(|values| values.contains(value)), "{value}");
        }
        for (goal, (area, activities, voices)) in strategy["goals"].as_array().expect("goals").iter().zip(AREAS) {
            says(&goal["why"], area);
            says(&goal["aim"], area);
            assert_eq!(column(&goal["voices"], "/who").len(), voices, "{area}");
            let titles = column(&goal["activities"], "/title");
            assert_eq!((titles.len(), &goal["total"]), (activities, &json!(activities)), "{area}");
            for title in &titles {
                assert!((1..=TITLE).contains(&title.chars().count()), "{area}: {title}");
            }
        }
    }

    async fn everybody_reads_who_works_together_in_randers_and_how_often(api) {
        let data = api.data(PLANS, json!({ "slug": "randers" })).await;
        let together = &data["municipality"]["plans"][1]["goals"];
        let activities = &together[0]["activities"];
        let titles = column(activities, "/title");
        assert_eq!((titles.len(), column(&together[1]["activities"], "/title").len()), (17, 2));
        let partners = [
            "Jobcenter Randers",
            "Ungdommens Uddannelseshus Randers, Udviklingshuset, Ydelseskontoret og Borgerservice",
            "Den boligsociale enhed",
            "Sundhedscenteret",
            "Myndighedscenteret",
            "SSP",
            "Sundhed, Kultur og Omsorg",
            "boligforeningerne",
            "Socialstyrelsen",
            "Kriminalforsorgens løsladelseskoordinatorer",
            "Regionspsykiatrien",
            "praktiserende læger",
            "etniske minoriteter",
            "civilsamfundet",
        ];
        for partner in partners {
            assert!(titles.iter().any(|title| title.contains(partner)), "{partner}: {titles:?}");
        }
        let half_yearly: Vec<&String> = titles.iter().filter(|title| title.contains("hvert halve år")).collect();
        assert_eq!(half_yearly.len(), 3, "{half_yearly:?}");
        assert!(titles.iter().any(|title| title.contains("første gang i august 2018")), "{titles:?}");
        for title in &titles {
            assert!((1..=TITLE).contains(&title.chars().count()), "{title}");
        }
        // The rest is for those with a role here.
        for internal in ["/others", "/notes"] {
            assert!(column(activities, internal).iter().all(String::is_empty), "{internal}");
        }
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
