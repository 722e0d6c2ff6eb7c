package vn.caunoi.api.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Works petitions as a program would that knows nothing of the process: by the forms it is given. */
public final class Work {

    private final Caller nobody;
    private final String clerk;
    private final String officer;
    private final String head;

    public Work(Caller nobody) {
        this(nobody, "clerk1", "officer1", "head1");
    }

    /** By the people of another unit. */
    public Work(Caller nobody, String clerk, String officer, String head) {
        this.nobody = nobody;
        this.clerk = clerk;
        this.officer = officer;
        this.head = head;
    }

    /** Hands in as the clerk and answers the receipt. */
    public JsonNode handIn(String petition) {
        return nobody.as(clerk).post("/api/petitions", petition).expect(201).json();
    }

    /** The only open task of a petition, as the case file shows it to the officer. */
    public JsonNode task(String petition) {
        JsonNode tasks = nobody.as(officer)
                .get("/api/petitions/" + petition)
                .expect(200)
                .json()
                .path("tasks");
        if (tasks.size() != 1) throw new AssertionError("one open task expected: " + tasks);
        return tasks.get(0);
    }

    /** Does the open task with its ordinary outcome, by whoever has to. */
    public Caller.Answer step(String petition) {
        JsonNode task = task(petition);
        return complete(task, null).expect(200);
    }

    /** @param outcome null for the ordinary one */
    public Caller.Answer complete(JsonNode task, String outcome) {
        Caller officer = nobody.as(whoDoes(task));
        String id = task.path("id").asString();
        JsonNode form = officer.get("/api/tasks/" + id + "/form").expect(200).json();
        JsonNode way = StreamSupport.stream(form.path("outcomes").spliterator(), false)
                .filter(o -> outcome == null || o.path("id").asString().equals(outcome))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no outcome " + outcome + " in " + form));
        Map<String, Object> answer = Map.of("outcome", way.path("id").asString(), "data", data(way));
        return officer.postJson("/api/tasks/" + id + "/complete", answer);
    }

    /** Does ordinary steps until the open task has this key. */
    public JsonNode until(String petition, String key) {
        JsonNode task = task(petition);
        for (int i = 0; i < 20 && !task.path("key").asString().equals(key); i++) {
            step(petition);
            task = task(petition);
        }
        return task;
    }

    public static Map<String, Object> data(JsonNode way) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (JsonNode field : way.path("fields")) {
            if (field.path("required").asBoolean()) data.put(field.path("id").asString(), value(field));
        }
        return data;
    }

    private static Object value(JsonNode field) {
        return switch (field.path("type").asString()) {
            case "date", "datetime" -> field.path("min").asString();
            case "integer" -> field.path("min").asInt();
            case "boolean" -> true;
            case "choice", "officer", "unit" ->
                field.path("options").get(0).path("id").asString();
            default -> "Nội dung của " + field.path("id").asString();
        };
    }

    private String whoDoes(JsonNode task) {
        if (task.path("assignee").isString()) return task.path("assignee").asString();
        return switch (task.path("group").asString().toLowerCase(java.util.Locale.ROOT)) {
            case "clerk" -> clerk;
            case "head" -> head;
            default -> officer;
        };
    }
}
