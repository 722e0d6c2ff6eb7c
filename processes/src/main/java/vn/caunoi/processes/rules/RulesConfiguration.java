package vn.caunoi.processes.rules;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.caunoi.core.deadline.Rules;

/** The rules of the running program; {@code caunoi.rules.folder} names a folder with an authority's own tables. */
@Configuration(proxyBeanMethods = false)
public class RulesConfiguration {

    @Bean
    Rules rules(@Value("${caunoi.rules.folder:}") String folder) {
        return folder.isBlank() ? DmnRules.shipped() : DmnRules.from(Path.of(folder));
    }
}
