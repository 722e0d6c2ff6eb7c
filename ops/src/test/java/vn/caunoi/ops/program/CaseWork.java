package vn.caunoi.ops.program;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Works a case as a program would that knows nothing of its process: by the forms it is given, each with its ordinary
 * outcome.
 *
 * @param people account by group
 */
public record CaseWork(RunningProgram program, Map<String, String> people) {
    private static final int MOST_STEPS = 20;

    public JsonNode file(String petition) {
        return program.get("inspector1", "/api/petitions/" + petition).body();
    }

    public void untilClosed(String petition) {
        JsonNode file = file(petition);
        for (int step = 0; step < MOST_STEPS && !isClosed(file); step++) {
            complete(file.get("tasks").get(0));
            file = file(petition);
        }
        if (!isClosed(file)) throw new AssertionError("not closed: " + file);
    }

    /** Works on until a task of that name is the next; answers its id. */
    public String until(String task, String petition) {
        for (int step = 0; step < MOST_STEPS; step++) {
            JsonNode next = file(petition).get("tasks").get(0);
            if (next.get("name").asString().equals(task)) return next.get("id").asString();
            complete(next);
        }
        throw new AssertionError(task + " is not reached: " + file(petition));
    }

    /** Completes what is next. */
    public void step(String petition) {
        complete(file(petition).get("tasks").get(0));
    }

    private static boolean isClosed(JsonNode file) {
        return file.get("status").asString().equals("CLOSED");
    }

    private void complete(JsonNode task) {
        String id = task.get("id").asString();
        String group = task.get("group").asString().toLowerCase(java.util.Locale.ROOT);
        JsonNode holder = task.path("assignee");
        String who = holder.isString() ? holder.asString() : String.valueOf(people.get(group));
        JsonNode way = program.get(who, "/api/tasks/" + id + "/form")
                .body()
                .get("outcomes")
                .get(0);
        Map<String, Object> answer = Map.of("outcome", way.get("id").asString(), "data", data(way));
        RunningProgram.Answer done = program.post(who, "/api/tasks/" + id + "/complete", answer);
        if (done.status() != 200) throw new AssertionError(who + " on " + task + ": " + done);
    }

    private static Map<String, Object> data(JsonNode way) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (JsonNode field : way.get("fields")) {
            if (field.path("required").asBoolean()) data.put(field.get("id").asString(), value(field));
        }
        return data;
    }

    private static Object value(JsonNode field) {
        return switch (field.get("type").asString()) {
            case "date", "datetime" -> field.get("min").asString();
            case "integer" -> field.get("min").asInt();
            case "boolean" -> true;
            case "choice", "officer", "unit" ->
                field.get("options").get(0).get("id").asString();
            default -> "Nội dung của " + field.get("id").asString();
        };
    }
}
