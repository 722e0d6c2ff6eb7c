package vn.caunoi.api.web;

import java.util.List;

/** Words of the panel beside a diagram, which its script shows; each is {@code studio.panel.…} in the bundles. */
final class StudioWords {

    static final List<String> ALL = List.of(
            "nothing",
            "element",
            "id",
            "name",
            "documentation",
            "group",
            "form",
            "ownForms",
            "assigned",
            "topic",
            "inputs",
            "message",
            "duration",
            "moment",
            "condition",
            "default",
            "interrupting",
            "choose",
            "problems",
            "none",
            "errors",
            "fix",
            "saved",
            "unsaved",
            "saving",
            "overtaken",
            "failed",
            "outcomes",
            "facts",
            "add",
            "remove",
            "process",
            "outcomeOf",
            "conditionHint",
            "durationHint");

    /** Rules of the check, each {@code studio.rule.…} in the bundles. */
    static final List<String> RULES = List.of(
            "assignee",
            "attribute-not-allowed",
            "bad-form",
            "condition",
            "dead-end",
            "drawing",
            "duplicate-id",
            "element-not-allowed",
            "event",
            "expression-not-allowed",
            "id",
            "key",
            "name-missing",
            "no-default",
            "no-end",
            "not-drawn",
            "not-executable",
            "not-proven",
            "one-process",
            "one-start",
            "outcome-not-handled",
            "schema",
            "start",
            "stranded",
            "timer",
            "twice-at-once",
            "unknown-action",
            "unknown-event",
            "unknown-form",
            "unknown-group",
            "unknown-outcome",
            "unknown-reference",
            "unreachable",
            "unreadable");

    private StudioWords() {}
}
