use std::sync::Arc;

use serde_json::{Value, json};

use crate::Site;

/// Thirty-two at once, each adding a document, deciding its claims and reading: no error, no lost write.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_write_and_read_at_once() {
    let site = Arc::new(Site::with(&[]));
    let clients: Vec<_> = (0..32)
        .map(|n| {
            let site = Arc::clone(&site);
            tokio::spawn(async move {
                let mut accounts = Vec::new();
                for round in 0..3 {
                    let text = format!("Desk {n}: {} people were killed in Northport on 17 May 2031.", n + 2);
                    let path = format!("/documents?name={n}-{round}.txt&published=2031-05-18");
                    let added = site.file(&path, &format!("{text} Bulletin {round}.")).await.ok();
                    let doc = added["added"]["doc"].as_str().unwrap().to_owned();
                    let claims = site.get(&format!("/claims?doc={doc}")).await.ok();
                    let decisions: Vec<Value> = claims["claims"]
                        .as_array()
                        .unwrap()
                        .iter()
                        .map(|c| json!({ "claim": c["id"], "verdict": "accept" }))
                        .collect();
                    assert!(!decisions.is_empty(), "{text}");
                    let decided =
                        site.post("/claims/decisions", json!({ "decisions": decisions })).await.ok();
                    for a in decided["accepted"].as_array().unwrap() {
                        accounts.push(a["account"].as_str().unwrap().to_owned());
                    }
                    site.get("/overview").await.ok();
                    site.json("PUT", &format!("/drafts/client-{n}"), json!({ "round": round })).await.ok();
                }
                accounts
            })
        })
        .collect();
    let mut accounts = Vec::new();
    for client in clients {
        accounts.extend(client.await.unwrap());
    }
    let wanted = accounts.len();
    accounts.sort();
    accounts.dedup();
    assert_eq!(accounts.len(), wanted, "two clients were given one account");
    let explained = site.get("/explain?metric=killed&limit=200").await.ok();
    let mut behind: Vec<String> = explained["accounts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| a["account"].as_str().unwrap().to_owned())
        .collect();
    behind.sort();
    assert_eq!(behind, accounts);
    assert_eq!(site.get("/history?limit=200").await.ok()["total"], 32 * 3 * 2);
    assert_eq!(site.get("/drafts").await.ok()["drafts"].as_array().unwrap().len(), 32);
}
