package vn.caunoi.api.open311;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.caunoi.api.open311.Answer311.Notation;

/** GeoReport v2 in XML and JSON, as its specification names addresses, parameters and members. */
@RestController
@RequestMapping("/open311")
@Hidden
class Calls311 {

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
    private static final String SINCE = "2026-11-27T00:00:00+07:00";

    private final Desk311 desk;
    private final boolean open;

    Calls311(Desk311 desk, @Value("${caunoi.open311.open:true}") boolean open) {
        this.desk = desk;
        this.open = open;
    }

    @GetMapping("/discovery.{notation:xml|json}")
    ResponseEntity<String> discovery(@PathVariable String notation) {
        return answer(notation, null, () -> {
            String url = ServletUriComponentsBuilder.fromCurrentContextPath()
                    .path("/open311/v2")
                    .toUriString();
            Map<String, Object> endpoint = new LinkedHashMap<>();
            endpoint.put("specification", SPECIFICATION);
            endpoint.put("url", url);
            endpoint.put("changeset", SINCE);
            endpoint.put("type", "production");
            endpoint.put("formats", List.of("text/xml", "application/json"));
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("changeset", SINCE);
            all.put("contact", url.replaceFirst("/open311/v2$", "/t"));
            all.put("key_service", "");
            all.put("endpoints", List.of(endpoint));
            return new Answer311(HttpStatus.OK, "discovery", null, List.of(all));
        });
    }

    @GetMapping("/v2/services.{notation:xml|json}")
    ResponseEntity<String> services(
            @PathVariable String notation,
            @RequestParam(name = "jurisdiction_id", required = false) @Nullable String id) {
        return answer(notation, id, () -> Answer311.of("services", "service", desk.services()));
    }

    @GetMapping("/v2/services/{code}.{notation:xml|json}")
    ResponseEntity<String> definition(
            @PathVariable String code,
            @PathVariable String notation,
            @RequestParam(name = "jurisdiction_id", required = false) @Nullable String id) {
        return answer(
                notation,
                id,
                () -> new Answer311(HttpStatus.OK, "service_definition", null, List.of(desk.definition(code))));
    }

    @PostMapping("/v2/requests.{notation:xml|json}")
    ResponseEntity<String> ask(
            @PathVariable String notation, @RequestParam Map<String, String> given, HttpServletRequest request) {
        return answer(notation, given.get("jurisdiction_id"), () -> {
            String track = ServletUriComponentsBuilder.fromCurrentContextPath()
                    .path("/t")
                    .toUriString();
            Map<String, Object> told = desk.ask(given, request.getRemoteAddr(), track);
            return new Answer311(HttpStatus.CREATED, "service_requests", "request", List.of(told));
        });
    }

    /** A request is known at once, so its token is its id. */
    @GetMapping("/v2/tokens/{token}.{notation:xml|json}")
    ResponseEntity<String> token(
            @PathVariable String token,
            @PathVariable String notation,
            @RequestParam(name = "jurisdiction_id", required = false) @Nullable String id) {
        return answer(notation, id, () -> {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("token", token);
            told.put("service_request_id", String.valueOf(desk.one(token).get("service_request_id")));
            return Answer311.of("service_requests", "request", List.of(told));
        });
    }

    @GetMapping("/v2/requests.{notation:xml|json}")
    ResponseEntity<String> list(
            @PathVariable String notation,
            @RequestParam(name = "jurisdiction_id", required = false) @Nullable String id,
            @RequestParam(name = "service_request_id", required = false) @Nullable String ids,
            @RequestParam(name = "service_code", required = false) @Nullable String services,
            @RequestParam(name = "start_date", required = false) @Nullable String from,
            @RequestParam(name = "end_date", required = false) @Nullable String to,
            @RequestParam(name = "status", required = false) @Nullable String status) {
        return answer(
                notation,
                id,
                () -> Answer311.of("service_requests", "request", desk.list(ids, services, from, to, status)));
    }

    @GetMapping("/v2/requests/{code}.{notation:xml|json}")
    ResponseEntity<String> one(
            @PathVariable String code,
            @PathVariable String notation,
            @RequestParam(name = "jurisdiction_id", required = false) @Nullable String id) {
        return answer(notation, id, () -> Answer311.of("service_requests", "request", List.of(desk.one(code))));
    }

    private ResponseEntity<String> answer(String notation, @Nullable String jurisdiction, Supplier<Answer311> asked) {
        Notation in = Notation.valueOf(notation.toUpperCase(Locale.ROOT));
        try {
            if (!open) throw new Refused311(HttpStatus.NOT_FOUND, "nothing is taken here");
            desk.mustBeHere(jurisdiction);
            return asked.get().in(in);
        } catch (Refused311 refused) {
            return refused.answer().in(in);
        }
    }
}
