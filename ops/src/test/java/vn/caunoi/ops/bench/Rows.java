package vn.caunoi.ops.bench;

import java.util.List;
import java.util.Optional;
import vn.caunoi.ops.bench.inbox.BadgeCounts;
import vn.caunoi.ops.bench.inbox.DeepPage;
import vn.caunoi.ops.bench.inbox.FirstPage;
import vn.caunoi.ops.bench.inbox.SelectiveGroup;
import vn.caunoi.ops.bench.ledger.Appending;
import vn.caunoi.ops.bench.ledger.Hostile;
import vn.caunoi.ops.bench.ledger.Rebuilding;
import vn.caunoi.ops.bench.page.InBrowser;
import vn.caunoi.ops.bench.program.Programs;
import vn.caunoi.ops.bench.work.AtSize;
import vn.caunoi.ops.bench.work.CaseHistory;
import vn.caunoi.ops.bench.work.Commanding;
import vn.caunoi.ops.bench.work.EngineAgain;
import vn.caunoi.ops.bench.work.Escalation;
import vn.caunoi.ops.bench.work.Lifecycles;

/**
 * All rows, in the order in which they can share what they prepare: commands leave cases half done, escalating moves the business clock, lists are
 * filled with tasks of no case, appending leaves events that mean nothing.
 */
final class Rows {
    static final List<Row.Entry> ALL = List.of(
            new Row.Entry(
                    "1",
                    "lives of cases, what they cost and leave: Camunda, history full",
                    false,
                    240,
                    Lifecycles::againstFull),
            new Row.Entry("1b", "lives of cases: Camunda, history none", false, 160, Lifecycles::againstNone),
            new Row.Entry("1d", "lives of cases with very many in store: with none", true, 170, AtSize::new),
            new Row.Entry("12", "inbox and case page in a browser", false, 40, InBrowser::new),
            new Row.Entry("9", "history of a case among very many: Camunda's history", false, 45, CaseHistory::new),
            new Row.Entry(
                    "5",
                    "inbox rebuilt: copying the events out and the result in",
                    false,
                    40,
                    Rebuilding::againstFloor),
            new Row.Entry("5b", "inbox rebuilt: Axon's pooled processor", true, 35, Rebuilding::againstAxon),
            new Row.Entry("2", "complete until durable: Camunda, history full", false, 40, Commanding::untilDurable),
            new Row.Entry("6", "commit to visible in the inbox", false, 15, Commanding::untilSeen),
            new Row.Entry("8", "a tenth of very many cases escalated: Camunda timers", true, 60, Escalation::new),
            new Row.Entry(
                    "13", "the engine built again from the record of very many cases", true, 60, EngineAgain::new),
            new Row.Entry("10", "the program beside a bare Camunda REST application", true, 260, Programs::new),
            new Row.Entry(
                    "3",
                    "inbox page of 50, three groups, by due date: Camunda's task query",
                    false,
                    110,
                    FirstPage::new),
            new Row.Entry("3b", "inbox page 1,000: our first page", false, 15, DeepPage::new),
            new Row.Entry(
                    "3c", "inbox of a group with few tasks: Camunda's task query", false, 20, SelectiveGroup::new),
            new Row.Entry("3d", "badge counts: Camunda's count", false, 12, BadgeCounts::new),
            new Row.Entry("4", "append 2 events a transaction: one plain INSERT", false, 55, Appending::againstFloor),
            new Row.Entry(
                    "4b",
                    "append 2 and 64 events a transaction: Axon's JDBC storage",
                    false,
                    100,
                    Appending::againstAxon),
            new Row.Entry("4c", "bytes of an event: Axon's JDBC layout", false, 12, Appending::bytes),
            new Row.Entry("7", "roll-backs, gaps, open transactions: a clean store", true, 90, Hostile::new));

    private Rows() {}

    static Optional<Row.Entry> named(String id) {
        return ALL.stream().filter(row -> row.id().equals(id)).findFirst();
    }
}
