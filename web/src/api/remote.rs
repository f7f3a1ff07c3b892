//! A value that lies at the server, as a page sees it: not there yet, there, or failed. A page asks again by itself
//! when its question changes and when the connection is mended; the view changes only if the answer did.
//!
//! Inside, answers of all types are kept as one ([`Kept`]): the reactive machinery is compiled once instead of once per
//! question, which is a quarter of the app's size.

use std::any::Any;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;

use super::{Api, Failure};

/// A question's answer, followed; an older answer stays while a newer is awaited.
pub(crate) struct Remote<T> {
    answer: Memo<Option<Kept>>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Remote<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Remote<T> {}

impl<T: Send + Sync + 'static> Remote<T> {
    /// The answer, or why there is none; `None` while the first is awaited.
    pub(crate) fn get(&self) -> Option<Result<Arc<T>, Failure>> {
        match self.answer.get()?.answer {
            Err(failure) => Some(Err(failure)),
            Ok(value) => value.erased().downcast().ok().map(Ok),
        }
    }

    /// The answer itself, if it is there.
    pub(crate) fn known(&self) -> Option<Arc<T>> {
        self.get()?.ok()
    }
}

/// Asks whenever a signal changes that `ask` reads outside its future. `ask` gives the question as a text, which tells
/// a refresh from another question, and the future of its answer.
pub(crate) fn remote<T, Fut>(api: Api, ask: impl Fn() -> (String, Fut) + 'static) -> Remote<T>
where
    T: PartialEq + Send + Sync + 'static,
    Fut: Future<Output = Result<T, Failure>> + 'static,
{
    let answer = kept(
        api,
        Box::new(move || {
            let (question, answer) = ask();
            let answer = async move { answer.await.map(|value| Arc::new(value) as Arc<dyn Value>) };
            (question, Box::pin(answer))
        }),
    );
    Remote { answer, of: PhantomData }
}

type Awaited = Pin<Box<dyn Future<Output = Result<Arc<dyn Value>, Failure>>>>;

fn kept(api: Api, ask: Box<dyn Fn() -> (String, Awaited)>) -> Memo<Option<Kept>> {
    let resource = LocalResource::new(move || {
        api.connection.follow();
        let (question, answer) = ask();
        async move { Kept { question, answer: answer.await } }
    });
    Memo::new(move |before: Option<&Option<Kept>>| {
        let now = resource.get();
        match (&now, before) {
            // A refresh that failed takes nothing away from the reader.
            (Some(Kept { question, answer: Err(Failure::Unreachable) }), Some(Some(shown)))
                if shown.question == *question && shown.answer.is_ok() =>
            {
                Some(shown.clone())
            }
            _ => now,
        }
    })
}

/// A question and its answer, whatever its type.
#[derive(Clone)]
struct Kept {
    question: String,
    answer: Result<Arc<dyn Value>, Failure>,
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        self.question == other.question
            && match (&self.answer, &other.answer) {
                (Ok(one), Ok(other)) => one.is_same_as(other.as_any()),
                (Err(one), Err(other)) => one == other,
                _ => false,
            }
    }
}

/// What an answer must be able to do.
trait Value: Send + Sync {
    fn is_same_as(&self, other: &dyn Any) -> bool;
    fn as_any(&self) -> &dyn Any;
    fn erased(self: Arc<Self>) -> Arc<dyn Any + Send + Sync>;
}

impl<T: PartialEq + Send + Sync + 'static> Value for T {
    fn is_same_as(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn erased(self: Arc<Self>) -> Arc<dyn Any + Send + Sync> {
        self
    }
}
