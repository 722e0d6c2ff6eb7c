package vn.caunoi.ops.bench.program;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.ops.bench.work.Model;

/** The life of a case over HTTP, the same on both sides: begun, five tasks each found, claimed and completed. */
interface Life {
    JsonMapper JSON = JsonMapper.shared();

    /** Makes the process known. */
    void publish();

    void live();

    /** Ours, as clerk and officer of the demonstration. */
    record Ours(Server server) implements Life {
        private static final String PETITION = """
                {"kind": "FEEDBACK", "channel": "DESK", "unit": "A", "subject": "Phản ánh rác thải",
                 "content": "Rác tồn đọng", "points": [{"demand": "Thu gom rác"}],
                 "petitioners": [{"fullName": "Nguyễn Văn An", "address": "Thôn Đông"}]}""";
        private static final long LOOK_NANOS = 5_000_000;

        @Override
        public void publish() {
            server.post("/api/processes", "application/xml", Model.ours(), login("designer1"));
        }

        @Override
        public void live() {
            String officer = login("officer1");
            String petition = read(server.post("/api/petitions", PETITION, login("clerk1")))
                    .path("id")
                    .asString();
            for (int stage = 0; stage < Model.STAGES; stage++) {
                String task = "/api/tasks/" + task(petition, officer);
                server.post(task + "/claim", "{}", officer);
                server.post(
                        task + "/complete",
                        "{\"outcome\": \"%s\", \"data\": {\"checked\": true}}".formatted(Model.OUTCOME),
                        officer);
            }
        }

        /** It is there a moment after what led to it. */
        private String task(String petition, String officer) {
            while (true) {
                JsonNode found = read(server.get("/api/tasks?petition=" + petition, officer))
                        .path("items");
                if (!found.isEmpty()) return found.path(0).path("id").asString();
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }

        private static String login(String name) {
            byte[] both = (name + ":" + name).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(both);
        }
    }

    /** The engine's own REST interface. */
    record Peers(Server server) implements Life {
        private static final String BOUNDARY = "a-boundary-of-parts";

        @Override
        public void publish() {
            String body =
                    "--%1$s\r\nContent-Disposition: form-data; name=\"bench.bpmn\"; filename=\"bench.bpmn\"\r\n\r\n%2$s\r\n--%1$s--\r\n"
                            .formatted(BOUNDARY, new String(Model.peers(), StandardCharsets.UTF_8));
            server.post(
                    "/engine-rest/deployment/create",
                    "multipart/form-data; boundary=" + BOUNDARY,
                    body.getBytes(StandardCharsets.UTF_8),
                    "");
        }

        @Override
        public void live() {
            String instance = read(server.post("/engine-rest/process-definition/key/" + Model.KEY + "/start", """
                            {"variables": {"kind": {"value": "FEEDBACK"}, "subject": {"value": "Phản ánh rác thải"},
                             "content": {"value": "Rác tồn đọng"}, "petitioner": {"value": "Nguyễn Văn An"}}}""", ""))
                    .path("id")
                    .asString();
            for (int stage = 0; stage < Model.STAGES; stage++) {
                String task = "/engine-rest/task/"
                        + read(server.get("/engine-rest/task?processInstanceId=" + instance, ""))
                                .path(0)
                                .path("id")
                                .asString();
                server.post(task + "/claim", "{\"userId\": \"officer1\"}", "");
                server.post(
                        task + "/complete",
                        "{\"variables\": {\"outcome\": {\"value\": \"%s\"}, \"checked\": {\"value\": true}}}"
                                .formatted(Model.OUTCOME),
                        "");
            }
        }
    }

    private static JsonNode read(String json) {
        return JSON.readTree(json);
    }
}
