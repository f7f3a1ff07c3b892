//! The shape of the GraphQL schema, as the service itself tells it: which types and fields there are and where they
//! lead. For proofs that must not forget what is added later.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::api::Api;

const INTROSPECTION: &str = "{ __schema { queryType { name } types {
    kind name description isOneOf possibleTypes { name }
    fields(includeDeprecated: true) { name description args { ...Input } type { ...Of } }
    inputFields { ...Input }
    enumValues(includeDeprecated: true) { name description }
} } }
fragment Input on __InputValue { name description defaultValue type { ...Of } }
fragment Of on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";

/// Every type of the schema, by name; GraphQL's own left out.
pub struct Shape(BTreeMap<String, Type>);

/// A type.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Type {
    /// `OBJECT`, `ENUM` and so on.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// What is said about it.
    pub description: Option<String>,
    is_one_of: Option<bool>,
    possible_types: Option<Vec<Name>>,
    fields: Option<Vec<Field>>,
    input_fields: Option<Vec<Input>>,
    enum_values: Option<Vec<EnumValue>>,
}

/// A field of an object or interface.
#[derive(Debug, Deserialize)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What is said about it.
    pub description: Option<String>,
    /// What it takes.
    pub args: Vec<Input>,
    #[serde(rename = "type")]
    of: Of,
}

/// An argument, or a field of an input type.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Input {
    /// Its name.
    pub name: String,
    /// What is said about it.
    pub description: Option<String>,
    default_value: Option<String>,
    #[serde(rename = "type")]
    of: Of,
}

/// A value of an enum.
#[derive(Debug, Deserialize)]
pub struct EnumValue {
    /// Its name.
    pub name: String,
    /// What is said about it.
    pub description: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Name {
    name: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Of {
    kind: String,
    name: Option<String>,
    of_type: Option<Box<Of>>,
}

impl Of {
    fn name(&self) -> &str {
        match (&self.name, &self.of_type) {
            (Some(name), _) => name,
            (None, Some(inner)) => inner.name(),
            (None, None) => "",
        }
    }
}

impl Field {
    /// The type it leads to, whatever lists and exclamation marks are around it.
    pub fn leads_to(&self) -> &str {
        self.of.name()
    }

    /// Whether it can't be asked without arguments.
    pub fn needs_arguments(&self) -> bool {
        self.args.iter().any(|arg| arg.of.kind == "NON_NULL" && arg.default_value.is_none())
    }
}

impl Input {
    /// The type it takes, whatever lists and exclamation marks are around it.
    pub fn leads_to(&self) -> &str {
        self.of.name()
    }

    /// Whether it takes several.
    pub fn is_list(&self) -> bool {
        let of = match (self.of.kind.as_str(), &self.of.of_type) {
            ("NON_NULL", Some(inner)) => inner,
            _ => &self.of,
        };
        of.kind == "LIST"
    }
}

impl Type {
    /// Its fields; none for scalars, enums and inputs.
    pub fn fields(&self) -> &[Field] {
        self.fields.as_deref().unwrap_or_default()
    }

    /// Its fields, for inputs.
    pub fn input_fields(&self) -> &[Input] {
        self.input_fields.as_deref().unwrap_or_default()
    }

    /// Its values, for enums.
    pub fn values(&self) -> &[EnumValue] {
        self.enum_values.as_deref().unwrap_or_default()
    }

    /// Whether it has no fields to select.
    pub fn is_leaf(&self) -> bool {
        matches!(self.kind.as_str(), "SCALAR" | "ENUM")
    }
}

impl Shape {
    /// Whether just one field of this input may be given.
    pub fn is_one_of(&self, name: &str) -> bool {
        self.get(name).is_one_of == Some(true)
    }

    /// Asks the service.
    pub async fn of(api: &Api) -> Self {
        #[derive(Deserialize)]
        struct Schema {
            types: Vec<Type>,
        }
        let mut data = api.data(INTROSPECTION, json!({})).await;
        let schema: Schema = serde_json::from_value(data["__schema"].take()).expect("a schema");
        let own = schema.types.into_iter().filter(|of| !of.name.starts_with("__"));
        Self(own.map(|of| (of.name.clone(), of)).collect())
    }

    /// All types.
    pub fn types(&self) -> impl Iterator<Item = &Type> {
        self.0.values()
    }

    /// The type with this name.
    pub fn get(&self, name: &str) -> &Type {
        self.0.get(name).unwrap_or_else(|| panic!("no type {name}"))
    }

    /// The types that an interface or a union stands for; none for others.
    pub fn possible(&self, name: &str) -> Vec<&str> {
        let possible = self.get(name).possible_types.iter().flatten();
        possible.map(|of| of.name.as_str()).collect()
    }

    /// Names of the fields of a type.
    pub fn fields_of(&self, name: &str) -> BTreeSet<&str> {
        self.get(name).fields().iter().map(|field| field.name.as_str()).collect()
    }

    /// The fields that lead straight to a type, as `Type.field`.
    pub fn ways_to(&self, target: &str) -> BTreeSet<String> {
        let ways = self.types().flat_map(|of| {
            of.fields()
                .iter()
                .filter(|field| field.leads_to() == target)
                .map(|field| format!("{}.{}", of.name, field.name))
        });
        ways.collect()
    }

    /// The arguments of a field, each with a value of the right form; optional ones are left out. `given` knows
    /// better for some, by the names of the input they stand in and of themselves.
    pub fn arguments(&self, field: &Field, given: &dyn Fn(&str, &str) -> Option<Value>) -> Value {
        self.object(&field.name, &field.args, given)
    }

    fn object(&self, name: &str, inputs: &[Input], given: &dyn Fn(&str, &str) -> Option<Value>) -> Value {
        let required = |input: &&Input| input.of.kind == "NON_NULL" && input.default_value.is_none();
        let values = inputs.iter().filter_map(|input| {
            let value = match given(name, &input.name) {
                Some(value) => value,
                None if required(&input) => self.example(&input.of, given),
                None => return None,
            };
            Some((input.name.clone(), value))
        });
        Value::Object(values.collect())
    }

    fn example(&self, of: &Of, given: &dyn Fn(&str, &str) -> Option<Value>) -> Value {
        match (of.kind.as_str(), &of.of_type) {
            ("LIST", _) => json!([]),
            (_, Some(inner)) => self.example(inner, given),
            _ => match of.name() {
                "Int" | "Float" => json!(1),
                "Boolean" => json!(false),
                "NaiveDate" => json!("2026-03-03"),
                "String" | "ID" => json!("prove"),
                name => match self.get(name) {
                    Type { kind, enum_values: Some(values), .. } if kind == "ENUM" => json!(values[0].name),
                    // One of them has to be there; the first is as good as any.
                    Type { is_one_of: Some(true), input_fields: Some(fields), .. } => {
                        json!({ &fields[0].name: self.example(&fields[0].of, given) })
                    }
                    other => self.object(name, other.input_fields(), given),
                },
            },
        }
    }

    /// A value of an input type, with what has to stand there.
    pub fn example_of(&self, name: &str) -> Value {
        self.object(name, self.get(name).input_fields(), &|_, _| None)
    }

    /// How a variable for this argument is declared.
    pub fn declaration(input: &Input) -> String {
        fn written(of: &Of) -> String {
            match (of.kind.as_str(), &of.of_type) {
                ("NON_NULL", Some(inner)) => format!("{}!", written(inner)),
                ("LIST", Some(inner)) => format!("[{}]", written(inner)),
                _ => of.name().to_owned(),
            }
        }
        format!("${}: {}", input.name, written(&input.of))
    }

    /// A selection of everything in a type that needs no arguments, `depth` objects deep.
    pub fn selection(&self, name: &str, depth: usize) -> String {
        let of = self.get(name);
        let mut parts = vec!["__typename".to_owned()];
        if let Some(possible) = of.possible_types.as_ref().filter(|_| of.kind != "OBJECT") {
            let fragment = |Name { name }: &Name| format!("... on {name} {}", self.selection(name, depth));
            parts.extend(possible.iter().map(fragment));
        } else {
            for field in of.fields().iter().filter(|field| !field.needs_arguments()) {
                let inner = self.get(field.leads_to());
                if inner.is_leaf() {
                    parts.push(field.name.clone());
                } else if depth > 0 {
                    parts.push(format!("{} {}", field.name, self.selection(&inner.name, depth - 1)));
                }
            }
        }
        format!("{{ {} }}", parts.join(" "))
    }
}
