package vn.caunoi.api.filter;

import java.util.Set;

/** A list that is filtered by what stands in its address. */
public enum FilteredList {
    CASES(
            "/cases",
            "stage",
            "kind",
            "status",
            "unit",
            "assignee",
            "category",
            "channel",
            "place",
            "waiting",
            "overdue",
            "escalated",
            "from",
            "to",
            "q",
            "name",
            "sort"),
    INBOX("/inbox", "scope", "overdue", "held", "key");

    private final String path;
    private final Set<String> parameters;

    FilteredList(String path, String... parameters) {
        this.path = path;
        this.parameters = Set.of(parameters);
    }

    boolean takes(String parameter) {
        return parameters.contains(parameter);
    }

    public String address(String query) {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
