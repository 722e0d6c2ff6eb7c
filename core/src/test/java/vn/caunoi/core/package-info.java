package vn.caunoi.core;
