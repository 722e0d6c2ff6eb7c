@NullMarked
package vn.caunoi.api.web;

import org.jspecify.annotations.NullMarked;
