package vn.caunoi.api.message;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.petition.Carrier;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.casefile.Part.Petitioner;
import vn.caunoi.projections.message.Messages.Message;

/**
 * Hands short messages to a gateway over HTTP: a CloudEvent (1.0, structured JSON) of type {@code vn.caunoi.sms}, signed
 * as Standard Webhooks has it. A 2xx takes it over; a 4xx other than 408 and 429 refuses it for good.
 */
final class SmsPost implements Post {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Pattern NOT_A_NUMBER = Pattern.compile("[ .()-]");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{8,15}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI gateway;
    private final Signature signature;
    private final MessageText words;
    private final Clock clock;

    SmsPost(URI gateway, Signature signature, MessageText words, Clock clock) {
        this.gateway = gateway;
        this.signature = signature;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Carrier carrier() {
        return Carrier.SMS;
    }

    @Override
    public Handed hand(Message message, Petitioner to, String unit) {
        String number = number(to.phone());
        if (number == null) return new Handed.Refused("bad-address");
        byte[] body = JSON.writeValueAsBytes(event(message, number, words.line(message, unit)));
        try {
            return answer(client.send(request(message.id(), body), HttpResponse.BodyHandlers.discarding())
                    .statusCode());
        } catch (IOException away) {
            return new Handed.NotNow(away.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Handed.NotNow("stopped");
        }
    }

    private Map<String, Object> event(Message message, String number, String text) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", message.id());
        event.put("source", "/caunoi");
        event.put("type", "vn.caunoi.sms");
        event.put("time", message.at().toString());
        event.put("datacontenttype", "application/json");
        event.put("data", Map.of("to", number, "text", text, "unaccented", unaccented(text)));
        return event;
    }

    private HttpRequest request(String id, byte[] body) {
        Instant now = clock.instant();
        return HttpRequest.newBuilder(gateway)
                .timeout(PATIENCE)
                .header("Content-Type", "application/cloudevents+json; charset=UTF-8")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", signature.of(id, now, new String(body, StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static Handed answer(int status) {
        if (status / 100 == 2) return new Handed.Taken();
        boolean forGood = status / 100 == 4 && status != 401 && status != 403 && status != 408 && status != 429;
        return forGood ? new Handed.Refused("refused") : new Handed.NotNow("status " + status);
    }

    private static @Nullable String number(@Nullable String typed) {
        if (typed == null || typed.equals(Sealed.ERASED)) return null;
        String number = NOT_A_NUMBER.matcher(typed.strip()).replaceAll("");
        return NUMBER.matcher(number).matches() ? number : null;
    }

    /** Many phones and tariffs know only letters without marks. */
    private static String unaccented(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").replace('đ', 'd').replace('Đ', 'D');
    }
}
