package vn.caunoi.bench.peer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Camunda 7 with its REST interface, as its starters set it up; database and port come by properties. */
@SpringBootApplication
public class CamundaRest {
    public static void main(String[] arguments) {
        SpringApplication.run(CamundaRest.class, arguments);
    }
}
