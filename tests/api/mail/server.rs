//! A mail server on a loopback port: it speaks SMTP, takes mails, and refuses as many as it is told to.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// The server.
#[derive(Clone)]
pub struct MailServer {
    address: SocketAddr,
    inner: Arc<Inner>,
}

#[derive(Default)]
struct Inner {
    refusals: AtomicUsize,
    taken: Mutex<Vec<Taken>>,
}

/// A mail as it came.
#[derive(Clone, Debug)]
pub struct Taken {
    /// What stood in MAIL FROM.
    pub from: String,
    /// What stood in RCPT TO.
    pub to: String,
    /// Headers and text.
    pub text: String,
}

impl Taken {
    /// A header's line.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.text.lines().take_while(|line| !line.is_empty()).find_map(|line| line.strip_prefix(name))
    }
}

impl MailServer {
    /// One that listens until the proof is over.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let server =
            Self { address: listener.local_addr().expect("an address"), inner: Arc::new(Inner::default()) };
        let inner = server.inner.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, inner.clone()));
            }
        });
        server
    }

    /// Its address, for `TOVHOLDER_SMTP_URL`.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// Refuses the next mails, for now.
    pub fn refuse(&self, times: usize) {
        self.inner.refusals.store(times, Ordering::SeqCst);
    }

    /// The mails it has taken.
    pub fn taken(&self) -> Vec<Taken> {
        self.inner.taken.lock().expect("the mails").clone()
    }
}

async fn converse(stream: TcpStream, inner: Arc<Inner>) {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    let mut mail = Taken { from: String::new(), to: String::new(), text: String::new() };
    if writer.write_all(b"220 prove.example ESMTP\r\n").await.is_err() {
        return;
    }
    while let Ok(Some(line)) = lines.next_line().await {
        let command = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let address = || line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
        let answer = match command.as_str() {
            "EHLO" => "250-prove.example\r\n250 8BITMIME",
            "MAIL" => {
                mail.from = address();
                "250 go on"
            }
            "RCPT" => {
                let left = inner
                    .refusals
                    .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
                mail.to = address();
                if left.is_ok() { "451 not now, try again" } else { "250 go on" }
            }
            "DATA" => {
                if writer.write_all(b"354 go on\r\n").await.is_err() {
                    return;
                }
                mail.text.clear();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    mail.text.push_str(line.strip_prefix('.').unwrap_or(&line));
                    mail.text.push('\n');
                }
                inner.taken.lock().expect("the mails").push(mail.clone());
                "250 taken"
            }
            "QUIT" => "221 good bye",
            _ => "250 ok",
        };
        if writer.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() || command == "QUIT" {
            return;
        }
    }
}
