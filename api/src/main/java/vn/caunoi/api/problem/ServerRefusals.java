package vn.caunoi.api.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What the web server refuses before anything of ours has seen it, such as an address that is none, is a problem too. */
@Component
class ServerRefusals implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final ProblemWriter writer;

    ServerRefusals(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Report()));
    }

    private final class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            boolean told = response.getStatus() < 400 || response.getContentWritten() > 0;
            if (told || !response.setErrorReported()) return;
            try {
                writer.write(ProblemKind.ofStatus(response.getStatus()), request, response);
                response.finishResponse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
