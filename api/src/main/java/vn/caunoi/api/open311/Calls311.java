package vn.caunoi.api.open311;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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
    private final Turns311 turns;
    private final boolean open;

    Calls311(Desk311 desk, Turns311 turns, @Value("${caunoi.open311.open:true}") boolean open) {
        this.desk = desk;
        this.turns = turns;
        this.open = open;
    }

    @GetMapping("/discovery.{notation:xml|json}")
    ResponseEntity<String> discovery(@PathVariable String notation, HttpServletRequest request) {
        String url = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/open311/v2")
                .toUriString();
        return read(notation, request, given -> new Answer311(HttpStatus.OK, "discovery", null, List.of(found(url))));
    }

    private static Map<String, Object> found(String url) {
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
        return all;
    }

    @GetMapping("/v2/services.{notation:xml|json}")
    ResponseEntity<String> services(@PathVariable String notation, HttpServletRequest request) {
        return read(notation, request, given -> Answer311.of("services", "service", desk.services()));
    }

    @GetMapping("/v2/services/{code}.{notation:xml|json}")
    ResponseEntity<String> definition(
            @PathVariable String code, @PathVariable String notation, HttpServletRequest request) {
        return read(notation, request, given -> {
            Map<String, Object> told = desk.definition(Given311.plain(code));
            return new Answer311(HttpStatus.OK, "service_definition", null, List.of(told));
        });
    }

    @PostMapping("/v2/requests.{notation:xml|json}")
    ResponseEntity<String> ask(@PathVariable String notation, HttpServletRequest request) {
        String track =
                ServletUriComponentsBuilder.fromCurrentContextPath().path("/t").toUriString();
        return answer(notation, request, given -> {
            turns.mayAsk(request.getRemoteAddr());
            Map<String, Object> told = desk.ask(given.all(), track);
            return new Answer311(HttpStatus.CREATED, "service_requests", "request", List.of(told));
        });
    }

    /** A request is known at once, so its token is its id. */
    @GetMapping("/v2/tokens/{token}.{notation:xml|json}")
    ResponseEntity<String> token(
            @PathVariable String token, @PathVariable String notation, HttpServletRequest request) {
        return read(notation, request, given -> {
            Map<String, Object> told = new LinkedHashMap<>();
            Object id = desk.one(Given311.plain(token)).get("service_request_id");
            told.put("token", token);
            told.put("service_request_id", String.valueOf(id));
            return Answer311.of("service_requests", "request", List.of(told));
        });
    }

    @GetMapping("/v2/requests.{notation:xml|json}")
    ResponseEntity<String> list(@PathVariable String notation, HttpServletRequest request) {
        return read(
                notation,
                request,
                given -> Answer311.of(
                        "service_requests",
                        "request",
                        desk.list(
                                given.get("service_request_id"),
                                given.get("service_code"),
                                given.get("start_date"),
                                given.get("end_date"),
                                given.get("status"))));
    }

    @GetMapping("/v2/requests/{id}.{notation:xml|json}")
    ResponseEntity<String> one(@PathVariable String id, @PathVariable String notation, HttpServletRequest request) {
        return read(
                notation,
                request,
                given -> Answer311.of("service_requests", "request", List.of(desk.one(Given311.plain(id)))));
    }

    private ResponseEntity<String> read(
            String notation, HttpServletRequest request, Function<Given311, Answer311> asked) {
        return answer(notation, request, given -> {
            turns.mayRead(request.getRemoteAddr());
            return asked.apply(given);
        });
    }

    private ResponseEntity<String> answer(
            String notation, HttpServletRequest request, Function<Given311, Answer311> asked) {
        Notation in = Notation.valueOf(notation.toUpperCase(Locale.ROOT));
        try {
            if (!open) throw new Refused311(HttpStatus.NOT_FOUND, "nothing is taken here");
            Given311 given = Given311.with(request);
            desk.mustBeHere(given.get("jurisdiction_id"));
            return asked.apply(given).in(in);
        } catch (Refused311 refused) {
            return refused.answer().in(in);
        }
    }
}
