package vn.caunoi.api.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.caunoi.api.problem.Problem;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.TaskId;

/** Describes what all calls have in common: how one logs in, how errors look, what a key does. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final Set<Class<?>> WORDS =
            Set.of(PetitionId.class, TaskId.class, OfficerId.class, UnitId.class, PersonId.class, PetitionCode.class);

    private static final Map<String, String> ERRORS = Map.of(
            "400", "Malformed",
            "401", "Not logged in",
            "403", "Not allowed",
            "404", "Not there, or not visible",
            "409", "Lost race, or no longer open",
            "422", "Against a rule, or fields that are not valid");

    OpenApiConfiguration() {
        WORDS.forEach(type -> SpringDocUtils.getConfig().replaceWithSchema(type, new StringSchema()));
        var groups = new StringSchema();
        Arrays.stream(Role.values()).map(Role::group).forEach(groups::addEnumItem);
        SpringDocUtils.getConfig().replaceWithSchema(Role.class, groups);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Caunoi")
                        .version("1")
                        .description("Petitions of citizens: handing in, working, overseeing, tracking."
                                + " Times are ISO 8601 with zone; lists are pages of items with a cursor."))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("Demo mode"))
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("OIDC")))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    @Bean
    OpenApiCustomizer whatAllCallsShare() {
        return api -> {
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            api.getPaths().values().forEach(OpenApiConfiguration::share);
        };
    }

    private static void share(PathItem path) {
        path.readOperations().forEach(OpenApiConfiguration::withErrors);
        if (path.getPost() != null) {
            path.getPost()
                    .addParametersItem(new HeaderParameter()
                            .name("Idempotency-Key")
                            .required(false)
                            .description("The same key and body give the same answer; done once. Kept seven days.")
                            .schema(new StringSchema().maxLength(200)));
        }
    }

    private static void withErrors(Operation operation) {
        Content problem = new Content()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
        ERRORS.forEach((status, description) -> operation
                .getResponses()
                .addApiResponse(
                        status, new ApiResponse().description(description).content(problem)));
    }
}
