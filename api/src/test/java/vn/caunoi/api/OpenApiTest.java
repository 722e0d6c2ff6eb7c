package vn.caunoi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;

class OpenApiTest extends RunningApi {

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mappings;

    @Test
    void every_call_there_is_is_described() {
        JsonNode paths = nobody().get("/v3/api-docs").expect(200).json().path("paths");
        Set<String> served = mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/") && !path.endsWith("/{action}"))
                .collect(Collectors.toSet());
        assertThat(paths.propertyNames()).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void the_calls_of_the_contract_are_there_with_log_in_problem_and_key() {
        JsonNode api = nobody().get("/v3/api-docs").expect(200).json();
        for (String path : List.of(
                "/api/petitions",
                "/api/petitions/{id}",
                "/api/petitions/{id}/history",
                "/api/tasks",
                "/api/tasks/{id}/form",
                "/api/tasks/{id}/complete",
                "/api/files",
                "/api/oversight/overdue",
                "/api/oversight/escalated",
                "/api/oversight/figures",
                "/api/processes/check",
                "/api/processes/{key}/migrations",
                "/api/public/petitions/{code}",
                "/api/demo/clock")) {
            assertThat(api.path("paths").has(path)).as(path).isTrue();
        }
        assertThat(api.path("components").path("securitySchemes").propertyNames())
                .contains("basic", "bearer");
        assertThat(api.path("components").path("schemas").has("Problem")).isTrue();
        assertThat(api.path("paths").path("/api/petitions").path("post").toString())
                .contains("Idempotency-Key");
    }
}
