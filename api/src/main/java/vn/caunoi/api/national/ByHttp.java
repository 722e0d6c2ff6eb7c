package vn.caunoi.api.national;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts each batch as JSON, {@code {"batch": …, "records": [{"code": …, "<heading>": …}]}}, with the batch as
 * {@code Idempotency-Key}; answers that come with the reply, {@code {"answers": [{"code": …, "number": …, "refused": …}]}},
 * are taken at once.
 */
final class ByHttp implements NationalConnector {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI address;
    private final String token;

    /** @param token sent as bearer token; empty for none */
    ByHttp(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public Handed hand(Batch batch) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", batch.name())
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body(batch))));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) throw new IOException("status " + answer.statusCode());
            return new Handed(answer.body().length == 0 ? List.of() : answers(JSON.readTree(answer.body())));
        } catch (JacksonException notJson) {
            throw new IOException("the answer is no JSON", notJson);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    private static Map<String, Object> body(Batch batch) {
        List<Map<String, String>> records = new ArrayList<>();
        for (Line line : batch.lines()) {
            Map<String, String> record = new LinkedHashMap<>();
            record.put("code", line.code());
            for (int i = 0; i < batch.headings().size(); i++)
                record.put(batch.headings().get(i), line.cells().get(i));
            records.add(record);
        }
        return Map.of("batch", batch.name(), "records", records);
    }

    private static List<Answer> answers(JsonNode body) {
        List<Answer> answers = new ArrayList<>();
        for (JsonNode one : body.path("answers")) {
            String day = text(one, "answeredOn");
            answers.add(new Answer(
                    String.valueOf(text(one, "code")),
                    text(one, "number"),
                    text(one, "refused"),
                    day == null ? null : LocalDate.parse(day)));
        }
        return answers;
    }

    private static @Nullable String text(JsonNode of, String name) {
        JsonNode value = of.path(name);
        return value.isString() && !value.asString().isBlank() ? value.asString() : null;
    }
}
