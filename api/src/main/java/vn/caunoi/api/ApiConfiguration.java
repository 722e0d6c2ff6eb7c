package vn.caunoi.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** The entry of this module; everything else is found by scanning. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:api.properties")
public class ApiConfiguration {}
