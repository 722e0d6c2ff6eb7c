package vn.caunoi.api.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.api.outbox.Hearer;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.casefile.CaseFile;

/**
 * Notes for receivers of webhooks what happened, as CloudEvents 1.0 in structured JSON: which case, what, when, and where
 * to look. Codes and links only; nothing of a denunciation, not even that there is one.
 */
@Component
class WebhookEvents implements Hearer {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TYPE = "vn.caunoi.";

    private final WebhookRows rows;
    private final String address;

    WebhookEvents(
            WebhookRows rows,
            @Value("${caunoi.notices.address:${caunoi.messages.public-address:http://localhost:8080}}")
                    String address) {
        this.rows = rows;
        this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    @Override
    public boolean isListening() {
        return rows.anybodyListens();
    }

    @Override
    public void hear(Recorded event, CaseFile file) {
        if (file.kind() == Kind.DENUNCIATION || !WebhookKinds.ALL.contains(event.name())) return;
        String id = event.stream() + "-" + event.sequence();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("petition", file.id().value());
        data.put("code", file.code());
        if (file.kind() != null) data.put("kind", file.kind().name());
        data.put("unit", file.unit().value());
        data.put("link", address + "/cases/" + file.id().value());
        rows.note(id, event.name(), file.code(), body(id, event.name(), file.code(), event.at(), data), event.at());
    }

    /** One that tells of nothing. */
    String test(String webhook, Instant at) {
        return body("test-" + webhook, WebhookKinds.TEST, null, at, Map.of("webhook", webhook));
    }

    private static String body(String id, String kind, @Nullable String subject, Instant at, Map<String, Object> data) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", "/caunoi");
        event.put("type", TYPE + kind);
        if (subject != null) event.put("subject", subject);
        event.put("time", at.toString());
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        return JSON.writeValueAsString(event);
    }
}
