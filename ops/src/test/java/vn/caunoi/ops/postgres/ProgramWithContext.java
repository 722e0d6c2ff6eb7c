package vn.caunoi.ops.postgres;

import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** An application that still works with its database while it is told to stop. */
@Configuration(proxyBeanMethods = false)
@Import(DataSourceAutoConfiguration.class)
class ProgramWithContext {

    @Bean
    AutoCloseable lastWork(DataSource database) {
        return () -> System.out.println(
                new JdbcTemplate(database).queryForObject("SELECT 'the database is still there'", String.class));
    }

    public static void main(String[] arguments) throws Exception {
        SpringApplication application = new SpringApplication(ProgramWithContext.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.addInitializers(new EmbeddedDatabase());
        application.run(
                "--caunoi.data=" + arguments[0],
                "--logging.level.root=off",
                "--logging.level.vn.caunoi=off",
                "--spring.main.banner-mode=off");
        System.out.println("ready");
        Thread.currentThread().join();
    }
}
